namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Successive shortest augmenting paths (Ford and Fulkerson; with prices as Edmonds and Karp, Tomizawa): every unit of a
/// mentee looks for the cheapest change that gives it a place. Reduced costs stay ≥ 0, so Dijkstra's search applies, and
/// after each augmentation the pairs are the best among those for the units seen so far.
/// </summary>
internal sealed class ShortestPaths(Flow flow, RankedRows rows)
{
    private const int WorthAnAuction = 20_000;

    /// <summary>Waves go on while the last few have found places for one source in so many.</summary>
    private const int Impatience = 16;
    private readonly PathSearch search = new(flow, rows);
    private readonly TightPaths tight = new(flow, rows);
    private readonly IntStack sources = new(64);

    /// <param name="problem">What is solved.</param>
    /// <param name="weighing">The aims.</param>
    /// <param name="rows">Ranked by score alone.</param>
    /// <param name="least">Entries that score less take no part, unless they are running.</param>
    public static Flow Solve(AssignmentProblem problem, Weighing weighing, RankedRows rows, int least = 0)
    {
        var flow = new Flow(problem, weighing, least);
        FirstPrices.Set(flow, rows);
        return Complete(flow, rows);
    }

    /// <summary>
    /// The same by way of an auction, where it pays. A mentor who starts dearer than what a unit earns must end without room;
    /// if one does not, the prices were no good and the search starts without them.
    /// </summary>
    public static Flow SolveScores(AssignmentProblem problem, Weighing weighing, RankedRows rows, int least = 0)
    {
        if (!SellsAll(problem) || new Popularity(problem) is not { AuctionPays: true } popularity)
        {
            return Solve(problem, weighing, rows, least);
        }

        var handicaps = new Auction(problem, popularity, least).Run();
        var ranked = new RankedRows(problem, handicaps, least);
        var flow = new Flow(problem, weighing, least);
        FirstPrices.Set(flow, ranked, sellsAll: true);
        Complete(flow, ranked);
        return IsSettled(flow) ? flow : Solve(problem, weighing, rows, least);
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

    /// <summary>Whether mentors may well all be taken as often as they can, and the problem is large enough for an auction.</summary>
    private static bool SellsAll(AssignmentProblem problem)
    {
        if (problem.Mentor.Length < WorthAnAuction || problem.Running is not null)
        {
            return false;
        }

        var units = 0L;
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            if (problem.Capacity[mentor] == 0 || problem.MentorServed[mentor])
            {
                return false;
            }

            units += problem.Capacity[mentor];
        }

        return units <= problem.Mentees && Array.TrueForAll(problem.Demand, wanted => wanted == 1);
    }

    private static Flow Complete(Flow flow, RankedRows rows)
    {
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
