namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Most running pairs kept, most mentees, most mentors, most pairs; then the best worst pair; then the highest total.
/// One search after the other, each within what the one before has left.
/// </summary>
public static class LexicographicSolver
{
    public static BestAssignment Solve(AssignmentProblem problem) => SolveFlows(problem).Best;

    /// <summary>Most pairs, then the highest total, and no other aim; with the prices that prove it.</summary>
    public static (int[] Entries, Prices Prices) SolveTotal(AssignmentProblem problem)
    {
        var flow = ShortestPaths.SolveScores(problem, Weighing.Total(problem), new RankedRows(problem));
        return (flow.Chosen(), PricesOf(flow));
    }

    internal static SolvedProblem SolveFlows(AssignmentProblem problem)
    {
        var rows = new RankedRows(problem);
        var people = ShortestPaths.Solve(problem, Weighing.People(problem), rows);
 var search = new WorstScoreSearch(problem, rows, people);
        var (least, aboveWorst) = search.Run();
        var total = ShortestPaths.SolveScores(problem, Weighing.All(problem), rows, least);
        var entries = total.Chosen();
        var solution = new BestAssignment(entries, WorstOf(problem, entries), PricesOf(people), PricesOf(aboveWorst), PricesOf(total));
        return new(problem, solution, people, aboveWorst, total);
    }

    private static int? WorstOf(AssignmentProblem problem, int[] entries)
    {
        int? worst = null;
        foreach (var entry in entries)
        {
            if (!problem.IsRunning(entry))
            {
                worst = Math.Min(worst ?? int.MaxValue, problem.Score[entry]);
            }
        }

        return worst;
    }

    private static Prices PricesOf(Flow flow) => new(flow.MentorPrice, flow.MenteePrice);
}
