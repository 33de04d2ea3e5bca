namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>An entry with what a search reads of it; running entries come before all others.</summary>
/// <param name="Handicap">Points taken off for the ranking: about what the mentor costs.</param>
internal readonly record struct RankedEntry(int Entry, int Mentor, ushort Score, bool Running, ushort Handicap);

/// <summary>
/// Each row's entries from the best down, sorted only as far as somebody has looked: most searches end among the first few
/// dozen of thousands. The best is the highest score less the mentor's handicap; without handicaps a threshold for scores is
/// just a place at which to stop.
/// </summary>
internal sealed class RankedRows
{
    private readonly int firstChunk;
    private const int Growth = 4;
    private readonly AssignmentProblem problem;
    private readonly int least;
    private readonly RankedEntry[]?[] rows;

    /// <summary>Ranks from here up are sorted already; 1 when the whole row is.</summary>
    private readonly int[] ranked;
    private readonly ushort[] ranks;
    private readonly ulong[] keys;

    /// <param name="problem">Whose rows.</param>
    /// <param name="handicaps">By mentor; null for none.</param>
    /// <param name="least">Entries that score less are left out unless they are running.</param>
    public RankedRows(AssignmentProblem problem, ushort[]? handicaps = null, int least = 0)
    {
        this.problem = problem;
        this.least = least;
        firstChunk = handicaps is null ? 24 : 8;
        Handicaps = handicaps ?? new ushort[problem.Mentors];
        rows = new RankedEntry[problem.Mentees][];
        ranked = new int[problem.Mentees];
        var longest = 0;
        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            longest = Math.Max(longest, problem.Start[mentee + 1] - problem.Start[mentee]);
        }

        ranks = new ushort[longest];
        keys = new ulong[longest + 1];
    }

    /// <summary>By mentor: points that an entry counts less.</summary>
    public ushort[] Handicaps { get; }

    /// <summary>What is ranked so far.</summary>
    public RankedEntry[] this[int mentee] => rows[mentee] ?? Begin(mentee);

    /// <summary>Ranks more of a row; false if there is no more.</summary>
    public bool Extend(int mentee)
    {
        var before = rows[mentee]!.Length;
        while (ranked[mentee] > 1 && rows[mentee]!.Length == before)
        {
            AddChunk(mentee);
        }

        return rows[mentee]!.Length > before;
    }

    private RankedEntry[] Begin(int mentee)
    {
        ranked[mentee] = ushort.MaxValue + 1;
        var running = new List<RankedEntry>();
        for (var entry = problem.Start[mentee]; problem.Running is not null && entry < problem.Start[mentee + 1]; entry++)
        {
            if (problem.Running[entry])
            {
                running.Add(Ranked(entry, running: true));
            }
        }

        rows[mentee] = [.. running.OrderByDescending(entry => entry.Score - entry.Handicap)];
        Extend(mentee);
        return rows[mentee]!;
    }

    private void AddChunk(int mentee)
    {
        var before = rows[mentee]!;
        var wanted = Math.Max(firstChunk, before.Length * Growth);
        var (from, length) = (problem.Start[mentee], problem.Start[mentee + 1] - problem.Start[mentee]);
        RowRanks.Fill(problem, mentee, Handicaps, least, ranks);
        var lowest = length <= wanted + wanted / 2 ? 1 : RowQuantile.Estimate(ranks, length, wanted, ranked[mentee]);
        var found = RowQuantile.Between(ranks, length, lowest, ranked[mentee], keys);
        var all = new RankedEntry[before.Length + found];
        before.CopyTo(all, 0);
        var count = before.Length;
        for (var place = 0; place < found; place++)
        {
            var entry = from + RowQuantile.PlaceOf(keys[place]);
            if (!problem.IsRunning(entry))
            {
                all[count++] = Ranked(entry, running: false);
            }
        }

        rows[mentee] = count == all.Length ? all : all[..count];
        ranked[mentee] = lowest;
    }

    private RankedEntry Ranked(int entry, bool running) =>
        new(entry, problem.Mentor[entry], problem.Score[entry], running, Handicaps[problem.Mentor[entry]]);
}
