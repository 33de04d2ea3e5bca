using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Core.Matching.Apart;

/// <summary>A problem without some of its entries.</summary>
internal static class ProblemParts
{
    /// <returns>What is left, and where each of its entries stood.</returns>
    public static (AssignmentProblem Left, int[] Places) Without(this AssignmentProblem problem, IReadOnlySet<int> entries)
    {
        int[] places = [.. Enumerable.Range(0, problem.Mentor.Length).Where(entry => !entries.Contains(entry))];
        int[] gone = [.. entries.Order()];
        var left = problem with
        {
            Start = [.. problem.Start.Select(start => start - Before(gone, start))],
            Mentor = [.. places.Select(entry => problem.Mentor[entry])],
            Score = [.. places.Select(entry => problem.Score[entry])],
            Running = problem.Running is null ? null : [.. places.Select(entry => problem.Running[entry])],
        };
        return (left, places);
    }

    /// <summary>The best pairs of what is left, as entries of the whole.</summary>
    public static int[] BestWithout(this AssignmentProblem problem, IReadOnlySet<int> entries)
    {
        var (left, places) = problem.Without(entries);
        return [.. LexicographicSolver.Solve(left).Entries.Select(entry => places[entry])];
    }

    private static int Before(int[] gone, int place)
    {
        var found = Array.BinarySearch(gone, place);
        return found < 0 ? ~found : found;
    }
}
