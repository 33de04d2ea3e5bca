namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// A start that meets complementary slackness: mentors cost what their first unit earns, mentees get what the best entry
/// leaves them, and who can have such an entry for nothing takes it.
/// </summary>
internal static class FirstPrices
{
    public static void Set(Flow flow)
    {
        var problem = flow.Problem;
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            flow.MentorPrice[mentor] = problem.Capacity[mentor] > 0 ? flow.MentorNext(mentor) : 0;
        }

        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            var best = problem.Demand[mentee] > 0 ? flow.MenteeNext(mentee) : 0;
            for (var entry = problem.Start[mentee]; entry < problem.Start[mentee + 1]; entry++)
            {
                best = Math.Max(best, flow.Weighing.Profit(problem, entry) - flow.MentorPrice[problem.Mentor[entry]]);
            }

            flow.MenteePrice[mentee] = best;
            TakeWhatIsFree(flow, mentee);
        }
    }

    private static void TakeWhatIsFree(Flow flow, int mentee)
    {
        var problem = flow.Problem;
        for (var entry = problem.Start[mentee]; entry < problem.Start[mentee + 1]; entry++)
        {
            var unit = flow.FreeUnit(mentee);
            if (unit < 0)
            {
                return;
            }

            var mentor = problem.Mentor[entry];
            var price = flow.MentorPrice[mentor];
            if (price == flow.MentorNext(mentor)
                && flow.MenteePrice[mentee] == flow.Weighing.Profit(problem, entry) - price)
            {
                flow.Choose(unit, entry);
            }
        }
    }
}
