using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Planning;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>How long a cohort's sessions may take, and until when somebody can begin.</summary>
internal static class SeriesLength
{
    /// <summary>Days between the confirmation and the first session: time for the briefing and for what each expects.</summary>
    public const int LeadDays = 5;

    /// <summary>Days added to the longest series, so that a late first session costs none at the end.</summary>
    internal const int Slack = 30;

    /// <summary>Nobody begins anew when less than this share of the time is left.</summary>
    private const double LatestStart = 0.5;

    /// <summary>Days that the sessions may take, as the cohort was planned.</summary>
    public static int DaysOf(CohortSettings settings) =>
        LeadDays + (settings.Sessions.Sessions * settings.Sessions.MaximumDays) + settings.RebookingDays;

    /// <summary>With the days that the cohort was given since.</summary>
    public static TimeSpan LengthOf(Cohort cohort, CycleState state) => TimeSpan.FromDays(DaysOf(cohort.Settings) + state.ExtraDays);

    /// <summary>Whether there is time left to begin with somebody new.</summary>
    public static bool TakesNewcomers(Cohort cohort, CycleState state, DateTimeOffset now) =>
        state.Phase == PhaseNames.Sessions && now - (state.OpenedAt ?? now) < LengthOf(cohort, state) * LatestStart;

    /// <summary>A plan that begins on a day, with room for its longest distances.</summary>
    internal static SessionPlan From(this SessionPlan plan, DateOnly first) =>
        plan with { EarliestStart = first, LatestEnd = first.AddDays(((plan.Sessions - 1) * plan.MaximumDays) + Slack) };
}
