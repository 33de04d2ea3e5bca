namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// A start that meets complementary slackness: mentors cost what their first unit earns, mentees get what the best entry
/// leaves them, and who can have such an entry for nothing takes it.
/// </summary>
internal static class FirstPrices
{
    /// <summary>A mentor without room: dearer than anything that is worth something.</summary>
    private const long Unaffordable = 1L << 56;

    public static void Set(Flow flow, RankedRows rows)
    {
        var problem = flow.Problem;
        var cheapest = Unaffordable;
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            flow.MentorPrice[mentor] = problem.Capacity[mentor] > 0 ? flow.MentorNext(mentor) : Unaffordable;
            cheapest = Math.Min(cheapest, flow.MentorPrice[mentor]);
        }

        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
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
            if (profit - cheapest <= best || !flow.TakesPart(entry.Entry))
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
            if (unit < 0 || profit - cheapest < flow.MenteePrice[mentee] || !flow.TakesPart(entry.Entry))
            {
                return;
            }

            var price = flow.MentorPrice[entry.Mentor];
            if (price == flow.MentorNext(entry.Mentor) && flow.MenteePrice[mentee] == profit - price)
            {
                flow.Choose(unit, entry.Entry);
            }
        }
    }
}
