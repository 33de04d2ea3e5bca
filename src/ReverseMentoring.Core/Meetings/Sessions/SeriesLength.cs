using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Planning;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>How long a cohort's sessions may take, and until when somebody can begin.</summary>
internal static class SeriesLength
{
    /// <summary>Working days between the confirmation and the first session: time for the briefing and for what each expects.</summary>
    private const int LeadWorkdays = 5;

    /// <summary>As many days as these take where nobody is off.</summary>
    public const int LeadDays = 7;

    /// <summary>Days added to the longest series, so that a late first session costs none at the end.</summary>
    internal const int Slack = 30;

    /// <summary>Nobody begins anew when less than this share of the time is left.</summary>
    private const double LatestStart = 0.5;

    /// <summary>Days that the sessions may take, as the cohort was planned.</summary>
    public static int DaysOf(CohortSettings settings) =>
        LeadDays + (settings.Sessions.Sessions * settings.Sessions.MaximumDays) + settings.RebookingDays;

    /// <summary>Days that they take where each has the distance that is wished: what is reckoned with until they are planned.</summary>
    public static int LikelyDaysOf(CohortSettings settings) => LeadDays + ((settings.Sessions.Sessions - 1) * settings.Sessions.IdealDays) + settings.RebookingDays;

    /// <summary>When the sessions of two who begin at a moment would be over, as far as that is known before they are planned.</summary>
    public static DateTimeOffset LikelyEnd(Cohort cohort, DateTimeOffset begin) => cohort.EndOfDay(begin, LikelyDaysOf(cohort.Settings));

    /// <summary>The first day on which people who are sure of each other on a day can meet.</summary>
    public static DateOnly FirstDay(Cohort cohort, DateOnly from) => cohort.Days.After(from, LeadWorkdays);

    /// <summary>With the days that the cohort was given since.</summary>
    public static TimeSpan LengthOf(Cohort cohort, CycleState state) => TimeSpan.FromDays(DaysOf(cohort.Settings) + state.ExtraDays);

    /// <summary>Whether there is time left to begin with somebody new.</summary>
    public static bool TakesNewcomers(Cohort cohort, CycleState state, DateTimeOffset now) => WaitingEnds(cohort, state, now) is { } ends && now < ends;

    /// <summary>Until when partners are looked for; null where no sessions are held.</summary>
    public static DateTimeOffset? WaitingEnds(Cohort cohort, CycleState state, DateTimeOffset now) =>
        state.Phase == PhaseNames.Sessions ? (state.OpenedAt ?? now) + (LengthOf(cohort, state) * LatestStart) : null;

    /// <summary>The last day on which a meeting's sessions may lie.</summary>
    public static DateOnly LastDay(MeetingContext context)
    {
        var plan = context.Cohort.Settings.Sessions;
        return context.Cohort.Zone.DateAt(context.Meeting.StartedAt ?? context.Now).AddDays(LeadDays + (plan.Sessions * plan.MaximumDays));
    }

    /// <summary>
    /// When a session that they agree on has to be over, so that nobody holds up a cohort: at the end of the last day, or as late as one of theirs is
    /// already, or may be where it is found another time.
    /// </summary>
    public static DateTimeOffset LatestEnd(MeetingContext context)
    {
        var last = context.Cohort.Zone.EndOf(LastDay(context).AddDays(context.State.ExtraDays));
        return context.Series.SelectMany(session => new[] { session.Time.End, context.Cohort.EndOfDay(session.FirstTime.End, context.Cohort.Settings.RebookingDays) })
            .Append(last).Max();
    }

    /// <summary>A plan that begins on a day, with room for its longest distances and for closed weeks.</summary>
    internal static SessionPlan From(this SessionPlan plan, Cohort cohort, DateOnly first)
    {
        var last = first.AddDays(((plan.Sessions - 1) * plan.MaximumDays) + Slack);
        return plan with { EarliestStart = first, LatestEnd = last.AddDays(cohort.Days.ClosedIn(first, last).Sum(closed => closed.Last.DayNumber - closed.First.DayNumber + 1)) };
    }
}
