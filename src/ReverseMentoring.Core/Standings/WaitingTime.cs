using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Standings;

/// <summary>How long people without a partner are looked for.</summary>
public static class WaitingTime
{
    /// <returns>When they hear at the latest; null where nobody is looked for at the moment.</returns>
    public static DateTimeOffset? EndOf(Cohort cohort, CycleState state, DateTimeOffset now) =>
        SeriesLength.WaitingEnds(cohort, state, now) is { } ends && ends > now ? cohort.OnWorkday(ends) : null;
}
