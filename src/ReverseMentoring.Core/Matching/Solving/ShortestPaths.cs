namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Successive shortest augmenting paths (Ford and Fulkerson; with prices as Edmonds and Karp, Tomizawa): every unit of a
/// mentee looks for the cheapest change that gives it a place. Reduced costs stay ≥ 0, so Dijkstra's search applies, and
/// after each augmentation the pairs are the best among those for the units seen so far.
/// </summary>
internal sealed class ShortestPaths(Flow flow, RankedRows rows)
{
    /// <summary>Waves go on while the last few have found places for one source in so many.</summary>
    private const int Impatience = 16;
    private readonly PathSearch search = new(flow, rows);
    private readonly TightPaths tight = new(flow, rows);
    private readonly IntStack sources = new(64);

    /// <summary>The most people and pairs among entries that score at least so much, or are running.</summary>
    public static Flow SolvePeople(AssignmentProblem problem, int least = 0) =>
        Solve(new Flow(problem, Weighing.People(problem), least), RankedRows.Unsorted(problem, least));

    /// <summary>
    /// The best under a weighing that counts scores, by way of an auction where it pays. A mentor who starts dearer than what
    /// a unit earns must end without room; if one does not, the prices were no good and the search starts without them.
    /// </summary>
    public static Flow SolveScores(AssignmentProblem problem, Weighing weighing, int least = 0)
    {
        if (Auction.Suits(problem, weighing) && new Popularity(problem) is { AuctionPays: true } popularity)
        {
            var auction = new Auction(problem, weighing, popularity, least);
            var rows = new RankedRows(problem, auction.Run(), least);
            var flow = Solve(new Flow(problem, weighing, least), rows, auction.LowestPrice);
            if (IsSettled(flow))
            {
                return flow;
            }
        }

        return Solve(new Flow(problem, weighing, least), new RankedRows(problem, null, least));
    }

    /// <summary>Whether whoever has room costs no more than the next unit earns.</summary>
    private static bool IsSettled(Flow flow)
    {
        for (var mentor = 0; mentor < flow.MentorLoad.Length; mentor++)
        {
            if (flow.MentorPrice[mentor] > flow.MentorNext(mentor))
            {
                return false;
            }
        }

        return true;
    }

    private static Flow Solve(Flow flow, RankedRows rows, long? lowestPrice = null)
    {
        FirstPrices.Set(flow, rows, lowestPrice);
        new ShortestPaths(flow, rows).Complete();
        return flow;
    }

    private void Complete()
    {
        FindSources();
        for (var recent = sources.Count; recent * Impatience > sources.Count;)
        {
            var found = tight.Run(sources);
            FindSources();
            if (sources.Count == 0)
            {
                break;
            }

            recent = recent / 2 + found;
            search.Run(sources);
            search.ChangePrices();
        }

        for (var mentee = 0; mentee < flow.Problem.Mentees; mentee++)
        {
            while (flow.MenteeLoad[mentee] < flow.Problem.Demand[mentee] && Augment(mentee))
            {
            }
        }
    }

    /// <summary>Mentees that want one more and have not given up.</summary>
    private void FindSources()
    {
        sources.Clear();
        for (var mentee = 0; mentee < flow.Problem.Mentees; mentee++)
        {
            if (flow.FreeUnit(mentee) >= 0 && flow.MenteePrice[mentee] > flow.MenteeNext(mentee))
            {
                sources.Push(mentee);
            }
        }
    }

    /// <summary>Finds a place for one more unit of a mentee; false if it stays free.</summary>
    private bool Augment(int source)
    {
        sources.Clear();
        sources.Push(source);
        search.Run(sources);
        search.ChangePrices();
        if (search.EndMentee == source)
        {
            return false;
        }

        search.Arrivals.MoveUnits(flow, source, search.EndMentor, search.EndMentee);
        return true;
    }
}
