namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// A start that meets complementary slackness: mentors cost what their first unit earns, mentees get what the best entry
/// leaves them, and who can have such an entry for nothing takes it.
/// </summary>
internal static class FirstPrices
{
    /// <summary>A mentor without room: dearer than anything that is worth something.</summary>
    private const long Unaffordable = 1L << 56;

    /// <param name="flow">What is set.</param>
    /// <param name="sellsAll">Whether mentors are taken to give all their units away: what they cost is then above what the last one earns.</param>
    /// <param name="rows">Their handicaps are what mentors cost more than their first unit earns, to start with.</param>
    public static void Set(Flow flow, RankedRows rows, bool sellsAll = false)
    {
        var problem = flow.Problem;
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            var load = sellsAll ? problem.Capacity[mentor] - 1 : 0;
            var own = problem.Capacity[mentor] > 0 ? flow.MentorMargin(mentor, load) : Unaffordable;
            flow.MentorPrice[mentor] = own + rows.Handicaps[mentor];
        }

        new Bidding(flow, rows).Run();
        var cheapest = LowestPrice(flow, rows);
        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            if (Bidding.TakesPart(flow, mentee))
            {
                continue;
            }

            flow.MenteePrice[mentee] = Best(flow, rows, mentee, cheapest);
            TakeWhatIsFree(flow, rows, mentee, cheapest);
        }
    }

    /// <summary>No mentor's price lies less than this above the handicap.</summary>
    public static long LowestPrice(Flow flow, RankedRows rows)
    {
        var lowest = Unaffordable;
        for (var mentor = 0; mentor < flow.MentorPrice.Length; mentor++)
        {
            lowest = Math.Min(lowest, flow.MentorPrice[mentor] - rows.Handicaps[mentor]);
        }

        return lowest;
    }

    private static long Best(Flow flow, RankedRows rows, int mentee, long cheapest)
    {
        var best = flow.Problem.Demand[mentee] > 0 ? flow.MenteeNext(mentee) : 0;
        for (var place = 0; place < rows[mentee].Length || rows.Extend(mentee); place++)
        {
            ref readonly var entry = ref rows[mentee][place];
            var profit = flow.Weighing.Profit(entry);
            if (profit - entry.Handicap - cheapest <= best || !flow.TakesPart(entry.Entry))
            {
                break;
            }

            best = Math.Max(best, profit - flow.MentorPrice[entry.Mentor]);
        }

        return best;
    }

    private static void TakeWhatIsFree(Flow flow, RankedRows rows, int mentee, long cheapest)
    {
        for (var place = 0; place < rows[mentee].Length || rows.Extend(mentee); place++)
        {
            ref readonly var entry = ref rows[mentee][place];
            var profit = flow.Weighing.Profit(entry);
            var unit = flow.FreeUnit(mentee);
            if (unit < 0 || profit - entry.Handicap - cheapest < flow.MenteePrice[mentee] || !flow.TakesPart(entry.Entry))
            {
                return;
            }

            var price = flow.MentorPrice[entry.Mentor];
            if (price >= flow.MentorNext(entry.Mentor) && flow.MenteePrice[mentee] == profit - price)
            {
                flow.Choose(unit, entry.Entry);
            }
        }
    }
}
