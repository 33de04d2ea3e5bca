namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>An entry with what a search reads of it; running entries come before all others. There may be tens of millions.</summary>
/// <param name="Mentor">Of the entry.</param>
/// <param name="Score">Of the entry.</param>
/// <param name="Handicap">Points taken off for the ranking: about what the mentor costs.</param>
internal readonly record struct RankedEntry(int Mentor, ushort Score, ushort Handicap)
{
    /// <summary>Below 0 where it is running: so four fields take twelve bytes.</summary>
    private readonly int signed;

    public RankedEntry(int entry, int mentor, ushort score, bool running, ushort handicap)
        : this(mentor, score, handicap) => signed = running ? ~entry : entry;

    public int Entry => signed < 0 ? ~signed : signed;

    public bool Running => signed < 0;
}

/// <summary>
/// Each row's entries, read only as far as somebody has looked: most searches end among the first few dozen of thousands.
/// Either from the best down, the best being the highest score less the mentor's handicap; or, where only people count, as
/// they come, each mentee from a place of its own on, so that not all ask the same mentors first.
/// </summary>
internal sealed class RankedRows
{
    private readonly int firstChunk;
    private const int Growth = 4;
    private readonly AssignmentProblem problem;
    private readonly int least;
    private readonly RankedEntry[] nothing = [];
    private readonly RankedEntry[]?[] rows;

    private readonly bool sorted;

    /// <summary>What of a row is still to be read: ranks below this, or as many entries; the least is 1 and 0.</summary>
    private readonly int[] unread;
    private readonly ushort[] ranks;
    private readonly ulong[] keys;

    /// <param name="problem">Whose rows.</param>
    /// <param name="handicaps">By mentor; null for none.</param>
    /// <param name="least">Entries that score less are left out unless they are running.</param>
    public RankedRows(AssignmentProblem problem, ushort[]? handicaps = null, int least = 0)
        : this(problem, handicaps, least, sorted: true)
    {
    }

    private RankedRows(AssignmentProblem problem, ushort[]? handicaps, int least, bool sorted)
    {
        this.sorted = sorted;
        this.problem = problem;
        this.least = least;
        firstChunk = handicaps is null ? 24 : 8;
        Handicaps = handicaps ?? new ushort[problem.Mentors];
        rows = new RankedEntry[problem.Mentees][];
        unread = new int[problem.Mentees];
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

    /// <summary>For aims that leave scores aside: entries that score at least so much, or are running, in no order.</summary>
    public static RankedRows Unsorted(AssignmentProblem problem, int least) => new(problem, null, least, sorted: false);

    /// <summary>Reads more of a row; false if there is no more.</summary>
    public bool Extend(int mentee)
    {
        var before = rows[mentee]!.Length;
        while (unread[mentee] > (sorted ? 1 : 0) && rows[mentee]!.Length == before)
        {
            var wanted = Math.Max(firstChunk, before * Growth);
            Append(mentee, sorted ? ReadBest(mentee, wanted) : ReadSome(mentee, wanted));
        }

        return rows[mentee]!.Length > before;
    }

    private RankedEntry[] Begin(int mentee)
    {
        unread[mentee] = sorted ? ushort.MaxValue + 1 : problem.Start[mentee + 1] - problem.Start[mentee];
        rows[mentee] = problem.Running is null ? nothing : Running(mentee);
        Extend(mentee);
        return rows[mentee]!;
    }

    private RankedEntry[] Running(int mentee)
    {
        var running = new List<RankedEntry>();
        for (var entry = problem.Start[mentee]; entry < problem.Start[mentee + 1]; entry++)
        {
            if (problem.IsRunning(entry))
            {
                running.Add(Ranked(entry, running: true));
            }
        }

        return [.. running.OrderByDescending(entry => entry.Score - entry.Handicap)];
    }

    /// <summary>Puts the next best places of a row into the keys; returns how many.</summary>
    private int ReadBest(int mentee, int wanted)
    {
        var length = problem.Start[mentee + 1] - problem.Start[mentee];
        RowRanks.Fill(problem, mentee, Handicaps, least, ranks);
        var lowest = length <= wanted + wanted / 2 ? 1 : RowQuantile.Estimate(ranks, length, wanted, unread[mentee]);
        var found = RowQuantile.Between(ranks, length, lowest, unread[mentee], keys);
        unread[mentee] = lowest;
        return found;
    }

    /// <summary>The same without order.</summary>
    private int ReadSome(int mentee, int wanted)
    {
        var (from, length) = (problem.Start[mentee], problem.Start[mentee + 1] - problem.Start[mentee]);
        var place = (int)((mentee + (long)(length - unread[mentee])) % length);
        var found = 0;
        for (; unread[mentee] > 0 && found < wanted; unread[mentee]--)
        {
            keys[found] = RowQuantile.Key(0, place);
            found += problem.Score[from + place] >= least ? 1 : 0;
            place = place + 1 == length ? 0 : place + 1;
        }

        return found;
    }

    private void Append(int mentee, int found)
    {
        var before = rows[mentee]!;
        var all = new RankedEntry[before.Length + found];
        before.CopyTo(all, 0);
        var count = before.Length;
        for (var place = 0; place < found; place++)
        {
            var entry = problem.Start[mentee] + RowQuantile.PlaceOf(keys[place]);
            if (!problem.IsRunning(entry))
            {
                all[count++] = Ranked(entry, running: false);
            }
        }

        rows[mentee] = count == all.Length ? all : all[..count];
    }

    private RankedEntry Ranked(int entry, bool running) =>
        new(entry, problem.Mentor[entry], problem.Score[entry], running, Handicaps[problem.Mentor[entry]]);
}
