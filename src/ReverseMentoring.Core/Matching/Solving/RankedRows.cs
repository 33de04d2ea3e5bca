namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>An entry with what a search reads of it; running entries come before all others.</summary>
internal readonly record struct RankedEntry(int Entry, int Mentor, ushort Score, bool Running);

/// <summary>
/// Each row's entries from the best score down, sorted only as far as somebody has looked: most searches end among the
/// first few dozen of thousands. A threshold is then just a place at which to stop.
/// </summary>
internal sealed class RankedRows
{
    private const int FirstChunk = 24;
    private const int Growth = 4;
    private const int WorthSharing = 50_000;
    private readonly AssignmentProblem problem;
    private readonly RankedEntry[][] rows;

    /// <summary>Scores from here up are ranked already; 0 when the whole row is.</summary>
    private readonly int[] ranked;

    public RankedRows(AssignmentProblem problem)
    {
        this.problem = problem;
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
        while (ranked[mentee] > 0 && rows[mentee].Length == before)
        {
            AddChunk(mentee);
        }

        return rows[mentee].Length > before;
    }

    private void AddChunk(int mentee)
    {
        var before = rows[mentee];
        var wanted = Math.Max(FirstChunk, before.Length * Growth);
        var (from, to) = (problem.Start[mentee], problem.Start[mentee + 1]);
        var least = to - from <= wanted + wanted / 2 ? 0 : RowQuantile.Estimate(problem.Score.AsSpan(from, to - from), wanted, ranked[mentee]);
        var keys = RowQuantile.Between(problem.Score.AsSpan(from, to - from), least, ranked[mentee]);
        var all = new RankedEntry[before.Length + keys.Count];
        before.CopyTo(all, 0);
        var count = before.Length;
        foreach (var key in keys.Sorted())
        {
            var entry = from + (int)(key & uint.MaxValue);
            if (!problem.IsRunning(entry))
            {
                all[count++] = new(entry, problem.Mentor[entry], problem.Score[entry], false);
            }
        }

        rows[mentee] = count == all.Length ? all : all[..count];
        ranked[mentee] = least;
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
                    .OrderByDescending(entry => problem.Score[entry])
                    .Select(entry => new RankedEntry(entry, problem.Mentor[entry], problem.Score[entry], true)),
            ];
        }

        Extend(mentee);
    }
}
