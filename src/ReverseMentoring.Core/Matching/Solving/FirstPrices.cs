namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// A start that meets complementary slackness: mentors cost what their first unit earns, mentees get what the best entry
/// leaves them, and who can have such an entry for nothing takes it.
/// </summary>
internal static class FirstPrices
{
    /// <param name="flow">What is set.</param>
    /// <param name="rows">Their handicaps are added to what mentors cost to start with.</param>
    /// <param name="lowest">What mentors cost without a handicap; by default what the first unit earns.</param>
    public static void Set(Flow flow, RankedRows rows, long? lowest = null)
    {
        var problem = flow.Problem;
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            var own = problem.Capacity[mentor] > 0 ? lowest ?? flow.MentorNext(mentor) : MentorPrices.Unaffordable;
            flow.MentorPrice[mentor] = own + rows.Handicaps[mentor];
        }

        new Bidding(flow, rows).Run();
        var cheapest = MentorPrices.Lowest(flow, rows);
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
