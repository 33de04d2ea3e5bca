namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// An auction without a least step, to start from: a mentee asks for the mentor that leaves most and offers the price at
/// which the second best would do as well; where there are too many, the one who would leave first goes and bids elsewhere,
/// and the price rises to the lowest that those who stay have offered. Complementary slackness holds after every bid, so it
/// may end at any time; the search for shortest paths does the rest. Takes part: who wants one mentor. (With one unit each:
/// augmenting row reduction, Jonker and Volgenant; with several: Bertsekas' and Castañon's similar objects.)
/// </summary>
internal sealed class Bidding(Flow flow, RankedRows rows)
{
    private const int BidsPerMentee = 6;
    private readonly AssignmentProblem problem = flow.Problem;

    /// <summary>By unit: the price of its mentor at which it would as soon leave.</summary>
    private readonly long[] ceiling = new long[flow.EntryOfUnit.Length];
    private readonly long lowestPrice = MentorPrices.Lowest(flow, rows);
    private long worth;
    private int wanted;
    private long limit;

    public void Run()
    {
        var bids = (long)BidsPerMentee * problem.Mentees;
        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            if (!TakesPart(flow, mentee))
            {
                continue;
            }

            // Whoever has to go bids next.
            var bidder = mentee;
            do
            {
                bidder = Bid(bidder);
                bids--;
            }
            while (bidder >= 0 && bids > 0);
        }

        SettlePrices();
    }

    public static bool TakesPart(Flow flow, int mentee) =>
        flow.Problem.Demand[mentee] == 1 && flow.FirstUnit[mentee] < flow.FirstUnit[mentee + 1];

    /// <summary>Returns who bids next, -1 for nobody.</summary>
    private int Bid(int mentee)
    {
        FindBest(mentee);
        if (wanted < 0)
        {
            return -1;
        }

        var unit = flow.FirstUnit[mentee];
        var mentor = problem.Mentor[wanted];
        ceiling[unit] = limit;
        var needed = flow.MentorNext(mentor);
        var first = FirstToLeave(mentor);
        var lowest = first < 0 ? limit : Math.Min(limit, ceiling[first]);
        if (lowest >= needed)
        {
            flow.MentorPrice[mentor] = Math.Max(flow.MentorPrice[mentor], needed);
            flow.Choose(unit, wanted);
            return -1;
        }

        if (limit == flow.MentorPrice[mentor])
        {
            return -1;
        }

        flow.Release(first);
        flow.Choose(unit, wanted);
        flow.MentorPrice[mentor] = Math.Min(flow.MentorNext(mentor), ceiling[FirstToLeave(mentor)]);
        return flow.MenteeOfUnit[first];
    }

    /// <summary>What the best entry leaves, which it is, and up to which price of its mentor it stays the best.</summary>
    private void FindBest(int mentee)
    {
        var second = worth = flow.MenteeNext(mentee);
        wanted = -1;
        var room = false;
        var row = rows[mentee];
        for (var place = 0; ; place++)
        {
            if (place == row.Length)
            {
                if (!rows.Extend(mentee))
                {
                    break;
                }

                row = rows[mentee];
            }

            ref readonly var entry = ref row[place];
            var profit = flow.Weighing.Profit(entry);
            var atBest = profit - entry.Handicap - lowestPrice;
            if ((entry.Score < flow.Least && !entry.Running) || (atBest <= second && (atBest < worth || room || wanted < 0)))
            {
                break;
            }

            var price = flow.MentorPrice[entry.Mentor];
            var left = profit - price;
            if (left > worth || (left == worth && !room && wanted >= 0 && price >= flow.MentorNext(entry.Mentor)))
            {
                (second, worth, wanted) = (worth, left, entry.Entry);
                room = price >= flow.MentorNext(entry.Mentor);
            }
            else if (left > second)
            {
                second = left;
            }
        }

        limit = wanted < 0 ? 0 : flow.MentorPrice[problem.Mentor[wanted]] + worth - second;
    }

    /// <summary>Among a mentor's units the one with the lowest ceiling, -1 without any.</summary>
    private int FirstToLeave(int mentor)
    {
        var first = flow.FirstOfMentor[mentor];
        for (var unit = first; unit >= 0; unit = flow.NextUnit[unit])
        {
            if (ceiling[unit] < ceiling[first])
            {
                first = unit;
            }
        }

        return first;
    }

    /// <summary>Prices have risen since many looked: what is left to each mentee now.</summary>
    private void SettlePrices()
    {
        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            if (!TakesPart(flow, mentee))
            {
                continue;
            }

            var unit = flow.FirstUnit[mentee];
            if (flow.EntryOfUnit[unit] >= 0)
            {
                flow.MenteePrice[mentee] = flow.ProfitOfUnit[unit] - flow.MentorPrice[problem.Mentor[flow.EntryOfUnit[unit]]];
            }
            else
            {
                FindBest(mentee);
                flow.MenteePrice[mentee] = worth;
            }
        }
    }
}
