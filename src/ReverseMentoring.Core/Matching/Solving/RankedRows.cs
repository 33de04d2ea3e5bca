using System.Runtime.CompilerServices;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>An entry with what a search reads of it; running entries come before all others.</summary>
/// <param name="Handicap">Points taken off for the ranking: about what the mentor costs.</param>
internal readonly record struct RankedEntry(int Entry, int Mentor, ushort Score, bool Running, int Handicap);

/// <summary>
/// Each row's entries from the best down, sorted only as far as somebody has looked: most searches end among the first few
/// dozen of thousands. The best is the highest score less the mentor's handicap; without handicaps a threshold for scores is
/// just a place at which to stop.
/// </summary>
internal sealed class RankedRows
{
    private const int FirstChunk = 24;
    private const int Growth = 4;
    /// <summary>Entries from which on a second core saves more than it takes to wake it.</summary>
    private const int WorthSharing = 5_000_000;

    /// <summary>Handicaps are cut here, so that a rank fits into 16 bits.</summary>
    private const int HighestHandicap = 50_000;
    private readonly AssignmentProblem problem;
    private readonly int[]? handicaps;
    private readonly int least;
    private readonly RankedEntry[][] rows;

    /// <summary>Ranks from here up are sorted already; 1 when the whole row is.</summary>
    private readonly int[] ranked;

    /// <param name="problem">Whose rows.</param>
    /// <param name="handicaps">By mentor, ≥ 0; null for none.</param>
    /// <param name="least">With handicaps, entries that score less are left out unless they are running.</param>
    public RankedRows(AssignmentProblem problem, int[]? handicaps = null, int least = 0)
    {
        this.problem = problem;
        this.handicaps = handicaps is null ? null : Array.ConvertAll(handicaps, price => Math.Min(price, HighestHandicap));
        this.least = least;
        rows = new RankedEntry[problem.Mentees][];
        ranked = new int[problem.Mentees];
        ranked.AsSpan().Fill(ushort.MaxValue + 1);
        if (problem.Mentor.Length < WorthSharing)
        {
            for (var mentee = 0; mentee < problem.Mentees; mentee++)
            {
                Begin(mentee);
            }
        }
        else
        {
            Parallel.For(0, problem.Mentees, Begin);
        }
    }

    /// <summary>What is ranked so far.</summary>
    public RankedEntry[] this[int mentee] => rows[mentee];

    /// <summary>Ranks more of a row; false if there is no more.</summary>
    public bool Extend(int mentee)
    {
        var before = rows[mentee].Length;
        while (ranked[mentee] > 1 && rows[mentee].Length == before)
        {
            AddChunk(mentee);
        }

        return rows[mentee].Length > before;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddChunk(int mentee)
    {
        var before = rows[mentee];
        var wanted = Math.Max(FirstChunk, before.Length * Growth);
        var (from, to) = (problem.Start[mentee], problem.Start[mentee + 1]);
        var ranks = Ranks(from, to);
        var lowest = to - from <= wanted + wanted / 2 ? 1 : RowQuantile.Estimate(ranks, wanted, ranked[mentee]);
        var keys = RowQuantile.Between(ranks, lowest, ranked[mentee]);
        var all = new RankedEntry[before.Length + keys.Count];
        before.CopyTo(all, 0);
        var count = before.Length;
        foreach (var key in keys.Sorted())
        {
            var entry = from + (int)(key & uint.MaxValue);
            if (!problem.IsRunning(entry))
            {
                all[count++] = Ranked(entry, running: false);
            }
        }

        rows[mentee] = count == all.Length ? all : all[..count];
        ranked[mentee] = lowest;
    }

    private int Handicap(int entry) => handicaps is null ? 0 : handicaps[problem.Mentor[entry]];

    private RankedEntry Ranked(int entry, bool running) =>
        new(entry, problem.Mentor[entry], problem.Score[entry], running, Handicap(entry));

    /// <summary>Scores less handicaps, moved up above 0; 0 for what is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlySpan<ushort> Ranks(int from, int to)
    {
        var ranks = RowQuantile.Buffer(to - from);
        var scores = problem.Score.AsSpan(from, to - from);
        if (handicaps is null)
        {
            for (var place = 0; place < ranks.Length; place++)
            {
                ranks[place] = (ushort)(scores[place] + 1);
            }

            return ranks;
        }

        var mentors = problem.Mentor.AsSpan(from, to - from);
        if (ranks.Length == problem.Mentors)
        {
            // A full row names the mentors one after the other, which compilers and processors like.
            mentors = [];
            var all = handicaps.AsSpan(0, ranks.Length);
            for (var place = 0; place < ranks.Length; place++)
            {
                ranks[place] = (ushort)(scores[place] < least ? 0 : scores[place] + 1 + HighestHandicap - all[place]);
            }
        }

        for (var place = 0; place < mentors.Length; place++)
        {
            ranks[place] = (ushort)(scores[place] < least ? 0 : scores[place] + 1 + HighestHandicap - handicaps[mentors[place]]);
        }

        return ranks;
    }

    private void Begin(int mentee)
    {
        rows[mentee] = [];
        if (problem.Running is not null)
        {
            rows[mentee] =
            [
                .. Enumerable.Range(problem.Start[mentee], problem.Start[mentee + 1] - problem.Start[mentee])
                    .Where(problem.IsRunning)
                    .OrderByDescending(entry => problem.Score[entry] - Handicap(entry))
                    .Select(entry => Ranked(entry, running: true)),
            ];
        }

        Extend(mentee);
    }
}
