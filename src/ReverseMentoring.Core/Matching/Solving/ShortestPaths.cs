namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Successive shortest augmenting paths (Ford and Fulkerson; with prices as Edmonds and Karp, Tomizawa): every unit of a
/// mentee looks for the cheapest change that gives it a place. Reduced costs stay ≥ 0, so Dijkstra's search applies, and
/// after each augmentation the pairs are the best among those for the units seen so far.
/// </summary>
internal sealed class ShortestPaths(Flow flow, RankedRows rows)
{
    private readonly PathSearch search = new(flow, rows);

    public static Flow Solve(AssignmentProblem problem, Weighing weighing, RankedRows rows, int least = 0)
    {
        var flow = new Flow(problem, weighing, least);
        FirstPrices.Set(flow, rows);
        var paths = new ShortestPaths(flow, rows);
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
