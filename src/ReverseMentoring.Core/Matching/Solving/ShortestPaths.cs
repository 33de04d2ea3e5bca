using System.Runtime.CompilerServices;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Successive shortest augmenting paths (Ford and Fulkerson; with prices as Edmonds and Karp, Tomizawa): every unit of a
/// mentee looks for the cheapest change that gives it a place. Reduced costs stay ≥ 0, so Dijkstra's search applies, and
/// after each augmentation the pairs are the best among those for the units seen so far.
/// </summary>
internal sealed class ShortestPaths(Flow flow, RankedRows rows, int[]? handicaps)
{
    private const int WorthAnAuction = 20_000;
    private readonly PathSearch search = new(flow, rows, handicaps);

    /// <param name="problem">What is solved.</param>
    /// <param name="weighing">The aims.</param>
    /// <param name="rows">Ranked by score alone.</param>
    /// <param name="least">Entries that score less take no part, unless they are running.</param>
    public static Flow Solve(AssignmentProblem problem, Weighing weighing, RankedRows rows, int least = 0)
    {
        var flow = new Flow(problem, weighing, least);
        FirstPrices.Set(flow, rows, null);
        return Complete(flow, rows, null);
    }

    /// <summary>
    /// The same by way of an auction, where it pays. A mentor who starts dearer than what a unit earns must end with a mentee;
    /// if one does not, the prices were no good and the search starts without them.
    /// </summary>
    public static Flow SolveScores(AssignmentProblem problem, Weighing weighing, RankedRows rows, int least = 0)
    {
        var flow = new Flow(problem, weighing, least);
        FirstPrices.Set(flow, rows, null);
        if (!IsContested(flow))
        {
            return Complete(flow, rows, null);
        }

        var (handicaps, ranked) = new Auction(problem, least).Run();
        flow = new Flow(problem, weighing, least);
        FirstPrices.Set(flow, ranked, handicaps);
        Complete(flow, ranked, handicaps);
        var left = Enumerable.Range(0, problem.Mentors).Any(mentor => flow.MentorLoad[mentor] == 0 && flow.MentorPrice[mentor] > flow.MentorNext(mentor));
        return left ? Solve(problem, weighing, rows, least) : flow;
    }

    /// <summary>
    /// Whether an auction pays: everybody takes one partner, and many want the same ones. Of random wishes the share 1 − 1/e
    /// is met at once; far fewer means that prices have a long way to go.
    /// </summary>
    private static bool IsContested(Flow flow)
    {
        var problem = flow.Problem;
        return problem.Mentor.Length >= WorthAnAuction
            && problem.Mentors <= problem.Mentees
            && problem.Running is null
            && problem.Capacity.All(units => units == 1)
            && problem.Demand.All(units => units == 1)
            && !problem.MentorServed.Contains(true)
            && flow.MenteeLoad.Count(load => load > 0) < problem.Mentors / 2;
    }

    private static Flow Complete(Flow flow, RankedRows rows, int[]? handicaps)
    {
        var problem = flow.Problem;
        var paths = new ShortestPaths(flow, rows, handicaps);
        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            while (flow.MenteeLoad[mentee] < problem.Demand[mentee] && paths.Augment(mentee))
            {
            }
        }

        return flow;
    }

    /// <summary>Finds a place for one more unit of a mentee; false if it stays free.</summary>
    private bool Augment(int source)
    {
        search.Run(source);
        search.ChangePrices();
        if (search.EndMentee == source)
        {
            return false;
        }

        MoveUnits(source);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MoveUnits(int source)
    {
        var problem = flow.Problem;
        var mentor = search.EndMentor;
        if (search.EndMentee >= 0)
        {
            var unit = search.ArrivalUnit[search.EndMentee];
            mentor = problem.Mentor[flow.EntryOfUnit[unit]];
            flow.Release(unit);
        }

        while (true)
        {
            var mentee = search.ArrivalMentee[mentor];
            var entry = search.ArrivalEntry[mentor];
            if (mentee == source)
            {
                flow.Choose(flow.FreeUnit(source), entry);
                return;
            }

            var unit = search.ArrivalUnit[mentee];
            var before = problem.Mentor[flow.EntryOfUnit[unit]];
            flow.Release(unit);
            flow.Choose(unit, entry);
            mentor = before;
        }
    }
}
