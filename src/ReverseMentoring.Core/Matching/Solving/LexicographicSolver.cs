namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Most running pairs kept, most mentees, most mentors, most pairs; then the best worst pair; then the highest total.
/// The worst score is found by bisection on the scores that occur: a threshold is good if it costs no person and no pair.
/// </summary>
public static class LexicographicSolver
{
    public static BestAssignment Solve(AssignmentProblem problem) => SolveFlows(problem).Best;

    internal static SolvedProblem SolveFlows(AssignmentProblem problem)
    {
        var people = ShortestPaths.Solve(problem, Weighing.People(problem));
        var target = PeopleWorth.Of(people);
        var thresholds = Thresholds(problem);
        var good = 0;
        var bad = thresholds.Length;
        var aboveWorst = people;
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            var part = Threshold.AtLeast(problem, thresholds[middle]).Problem;
            var flow = ShortestPaths.Solve(part, Weighing.People(problem));
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

        var best = Threshold.AtLeast(problem, thresholds[good]);
        var total = ShortestPaths.Solve(best.Problem, Weighing.All(problem));
        var entries = Array.ConvertAll(total.Chosen(), entry => best.EntryOf[entry]);
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
