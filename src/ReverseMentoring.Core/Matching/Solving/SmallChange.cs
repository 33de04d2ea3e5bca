namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>A problem with one pair settled or struck out, for the rare change that moves the worst score.</summary>
internal static class SmallChange
{
    public static AssignmentProblem WithLock(AssignmentProblem problem, int mentor, int mentee)
    {
        var entry = EntryOf(problem, mentor, mentee);
        var rest = entry < 0 ? problem : WithoutEntry(problem, mentee, entry);
        return rest with
        {
            Capacity = Changed(problem.Capacity, mentor, problem.Capacity[mentor] - 1),
            Demand = Changed(problem.Demand, mentee, problem.Demand[mentee] - 1),
            MentorServed = Changed(problem.MentorServed, mentor, true),
            MenteeServed = Changed(problem.MenteeServed, mentee, true),
        };
    }

    public static AssignmentProblem WithoutEntry(AssignmentProblem problem, int mentee, int entry) => problem with
    {
        Start = [.. problem.Start.Select((start, row) => row > mentee ? start - 1 : start)],
        Mentor = Removed(problem.Mentor, entry),
        Score = Removed(problem.Score, entry),
        Running = problem.Running is null ? null : Removed(problem.Running, entry),
    };

    /// <summary>The entry of a pair, or -1 if the pair is not allowed.</summary>
    public static int EntryOf(AssignmentProblem problem, int mentor, int mentee)
    {
        var entry = Array.BinarySearch(problem.Mentor, problem.Start[mentee], problem.Start[mentee + 1] - problem.Start[mentee], mentor);
        return Math.Max(entry, -1);
    }

    private static T[] Changed<T>(T[] array, int place, T value)
    {
        var copy = (T[])array.Clone();
        copy[place] = value;
        return copy;
    }

    private static T[] Removed<T>(T[] array, int place) => [.. array[..place], .. array[(place + 1)..]];
}
