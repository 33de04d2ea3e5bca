namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Most running pairs kept, most mentees, most mentors, most pairs; then the best worst pair; then the highest total.
/// The worst score is found by bisection on the scores that occur: a threshold is good if it costs no person and no pair.
/// </summary>
public static class LexicographicSolver
{
    public static BestAssignment Solve(AssignmentProblem problem) => SolveFlows(problem).Best;

    /// <summary>Most pairs, then the highest total, and no other aim; with the prices that prove it.</summary>
    public static (int[] Entries, Prices Prices) SolveTotal(AssignmentProblem problem)
    {
        var flow = ShortestPaths.Solve(problem, Weighing.Total(problem), new RankedRows(problem));
        return (flow.Chosen(), PricesOf(flow));
    }

    internal static SolvedProblem SolveFlows(AssignmentProblem problem)
    {
        var rows = new RankedRows(problem);
        var people = ShortestPaths.Solve(problem, Weighing.People(problem), rows);
        var target = PeopleWorth.Of(people);
        var thresholds = Thresholds(problem);
        var good = 0;
        var bad = thresholds.Length;
        var aboveWorst = people;
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            var flow = ShortestPaths.Solve(problem, Weighing.People(problem), rows, thresholds[middle]);
            if (PeopleWorth.Of(flow) == target)
            {
                good = middle;
            }
            else
            {
                bad = middle;
                aboveWorst = flow;
            }
        }

        var total = ShortestPaths.Solve(problem, Weighing.All(problem), rows, thresholds[good]);
        var entries = total.Chosen();
        var solution = new BestAssignment(entries, WorstOf(problem, entries), PricesOf(people), PricesOf(aboveWorst), PricesOf(total));
        return new(problem, solution, people, aboveWorst, total);
    }

    /// <summary>The scores that occur outside running pairs, rising, and one above all of them.</summary>
    private static int[] Thresholds(AssignmentProblem problem)
    {
        var occurs = new bool[ushort.MaxValue + 2];
        var highest = -1;
        for (var entry = 0; entry < problem.Score.Length; entry++)
        {
            if (!problem.IsRunning(entry))
            {
                occurs[problem.Score[entry]] = true;
                highest = Math.Max(highest, problem.Score[entry]);
            }
        }

        occurs[highest + 1] = true;
        return [.. Enumerable.Range(0, highest + 2).Where(score => occurs[score])];
    }

    private static int? WorstOf(AssignmentProblem problem, int[] entries)
    {
        int? worst = null;
        foreach (var entry in entries.Where(entry => !problem.IsRunning(entry)))
        {
            worst = Math.Min(worst ?? int.MaxValue, problem.Score[entry]);
        }

        return worst;
    }

    private static Prices PricesOf(Flow flow) => new(flow.MentorPrice, flow.MenteePrice);
}
