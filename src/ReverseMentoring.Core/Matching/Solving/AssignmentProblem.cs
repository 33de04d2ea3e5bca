namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Who may be paired with whom, and how good that is. Mentees are rows; entry e of row r, <c>Start[r] ≤ e &lt; Start[r+1]</c>,
/// names the mentor <c>Mentor[e]</c> (rising within a row) and the score <c>Score[e]</c>, 0…10000.
/// </summary>
public sealed record AssignmentProblem
{
    public required int[] Start { get; init; }

    public required int[] Mentor { get; init; }

    public required ushort[] Score { get; init; }

    /// <summary>Mentees that each mentor can take, at most.</summary>
    public required int[] Capacity { get; init; }

    /// <summary>Mentors that each mentee can take, at most.</summary>
    public required int[] Demand { get; init; }

    /// <summary>Mentors that have a partner already by a lock: for them the first further one is no first.</summary>
    public required bool[] MentorServed { get; init; }

    public required bool[] MenteeServed { get; init; }

    /// <summary>Entries to be kept before anything else, or null for none.</summary>
    public bool[]? Running { get; init; }

    public int Mentors => Capacity.Length;

    public int Mentees => Demand.Length;

    /// <summary>No solution has more pairs.</summary>
    public long MostPairs => Math.Min(Units, Sum(Demand));

    /// <summary>Mentees that all mentors together can take.</summary>
    public long Units => Sum(Capacity);

    public bool IsRunning(int entry) => Running is not null && Running[entry];

    /// <summary>The mentee of an entry.</summary>
    public int MenteeOf(int entry)
    {
        var found = Array.BinarySearch(Start, entry);
        if (found < 0)
        {
            return ~found - 1;
        }

        // Rows without an entry begin where the next does: the last of them is the one that has it.
        while (Start[found + 1] == entry)
        {
            found++;
        }

        return found;
    }

    /// <summary>
    /// A problem without served nodes, running pairs or limits other than one partner each, as far as nothing else is said.
    /// </summary>
    public static AssignmentProblem Create(int[] start, int[] mentor, ushort[] score, int[] capacity, int[] demand) => new()
    {
        Start = start,
        Mentor = mentor,
        Score = score,
        Capacity = capacity,
        Demand = demand,
        MentorServed = new bool[capacity.Length],
        MenteeServed = new bool[demand.Length],
    };

    private static long Sum(int[] units)
    {
        var sum = 0L;
        foreach (var unit in units)
        {
            sum += unit;
        }

        return sum;
    }
}
