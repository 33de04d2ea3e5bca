using ReverseMentoring.Core.Calendars.Planning;
using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Sessions;

/// <summary>Finds times in both calendars and holds them in our own bookings. Where calendars are reached, they are asked.</summary>
public sealed class SessionBooking(PairTimes times)
{
    /// <summary>Days between the confirmation and the first session: time for the briefing and for what each expects.</summary>
    public const int LeadDays = 5;

    /// <summary>Days added to the longest series, so that a late first session costs none at the end.</summary>
    private const int Slack = 30;

    /// <summary>So soon nobody is asked to come.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromDays(1);

    /// <summary>The whole series of a pair, held in both calendars.</summary>
    public async Task<Series> Plan(PairTurn turn, CancellationToken cancel)
    {
        var plan = Dated(turn, turn.Cohort.Settings.Sessions);
        var read = await times.Read(turn, Window(turn, plan.LatestEnd), cancel);
        var series = SeriesPlanner.Plan(new(plan, read.People));
        await times.Keep(turn, read, series.Sessions, cancel);
        return series;
    }

    /// <summary>New times for sessions that are still to come, so many days apart as wished; held instead of the old ones.</summary>
    /// <returns>
    /// One for each; null, and nothing is changed, where there is not enough time for all before the sessions end, or they
    /// would end no later than they do.
    /// </returns>
    public async Task<IReadOnlyList<Interval>?> Replan(PairTurn turn, IReadOnlyList<Session> sessions, int idealDays, CancellationToken cancel)
    {
        var whole = turn.Cohort.Settings.Sessions;
        var end = turn.Cohort.Zone.DateAt(turn.Pair.ConfirmedAt ?? turn.Now).AddDays(LeadDays + (whole.Sessions * whole.MaximumDays));
        var plan = Dated(turn, whole with { Sessions = sessions.Count, IdealDays = idealDays });
        var before = turn.Series.Where(session => session.Time.Start <= turn.Now && !sessions.Contains(session)).Select(session => (DateTimeOffset?)session.Time.Start).Max();
        var earliest = before is { } last ? turn.Both[0].ZoneAt(last).DateAt(last).AddDays(whole.MinimumDays) : plan.EarliestStart;
        plan = plan with
        {
            EarliestStart = plan.EarliestStart > earliest ? plan.EarliestStart : earliest,
            LatestEnd = plan.LatestEnd < end ? plan.LatestEnd : end,
        };
        if (plan.LatestEnd < plan.EarliestStart)
        {
            return null;
        }

        var kept = turn.Series.Where(session => session.HasTime && !sessions.Contains(session)).Select(session => session.Time).ToArray();
        var read = await times.Read(turn, Window(turn, plan.LatestEnd), cancel);
        var series = SeriesPlanner.Plan(new(plan, read.With(kept)));
        if (series.Sessions.Count < sessions.Count || series.Sessions[^1].Start <= sessions.Max(session => session.Time.Start))
        {
            return null;
        }

        await times.Keep(turn, read, [.. kept, .. series.Sessions], cancel);
        return series.Sessions;
    }

    /// <summary>Up to three other times for one session, the best first; nothing is held yet.</summary>
    public async Task<IReadOnlyList<Interval>> Propose(PairTurn turn, Session session, CancellationToken cancel, bool asksCalendars = true)
    {
        var latest = session.FirstTime.End.AddDays(turn.Cohort.Settings.RebookingDays);
        return Propose(turn, session, await times.Read(turn, asksCalendars ? Until(turn, latest) : null, cancel), latest);
    }

    /// <summary>Moves a session to the best other time.</summary>
    /// <param name="turn">The pair's.</param>
    /// <param name="session">What fell.</param>
    /// <param name="by">When it is to be over.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    /// <returns>The new time; null where there is none.</returns>
    public async Task<Interval?> Rebook(PairTurn turn, Session session, DateTimeOffset by, CancellationToken cancel)
    {
        var read = await times.Read(turn, Until(turn, by), cancel);
        if (Propose(turn, session, read, by) is not [var best, ..])
        {
            return null;
        }

        await times.Keep(turn, read, TimesWith(turn, session, best), cancel);
        return best;
    }

    /// <summary>Gives back the time of one session.</summary>
    public async Task Free(PairTurn turn, Session session, CancellationToken cancel) =>
        await times.Keep(turn, await times.Read(turn, null, cancel), TimesWith(turn, session, null), cancel);

    /// <summary>Moves a session to a time that somebody chose, if both are still free then.</summary>
    /// <param name="turn">The pair's.</param>
    /// <param name="session">As it is.</param>
    /// <param name="to">The new time.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    /// <param name="isThere">Somebody moved it in the calendar: the time is taken as it is.</param>
    public async Task<bool> Move(PairTurn turn, Session session, Interval to, CancellationToken cancel, bool isThere = false)
    {
        var read = await times.Read(turn, isThere ? null : to, cancel);
        var own = turn.Others(session.Number).Where(other => other.HasTime).Select(other => other.Time).ToArray();
        if (!isThere && (to.Start <= turn.Now || own.Any(to.Overlaps)
            || read.People.Any(person => person.Booked.Concat(person.Busy).Any(to.Overlaps))))
        {
            return false;
        }

        await times.Keep(turn, read, TimesWith(turn, session, to), cancel);
        return true;
    }

    /// <summary>What now keeps one of the two from a session; null: it can stand. How many a week there are is no reason to move one.</summary>
    public async Task<Constraint?> WhyNot(PairTurn turn, Session session, CancellationToken cancel)
    {
        var read = await times.Read(turn, new(session.Time.Start.AddHours(-1), session.Time.End.AddHours(1)), cancel, session.Number);
        var others = turn.Others(session.Number).Where(other => other.HasTime).Select(other => other.Time);
        var why = SessionCheck.WhyNot(new(turn.Cohort.Settings.Sessions, read.With(others)), session.Time);
        return why is Constraint.WeeklyLimit ? null : why;
    }

    /// <summary>The end of the longest absence that covers a session; null: nobody is away then.</summary>
    public static DateTimeOffset? BackAt(PairTurn turn, Interval session) => turn.Both
        .SelectMany(person => person.Away.Select(absence => absence.In(person.ZoneAt(session.Start))))
        .Where(away => away.Overlaps(session)).Select(away => (DateTimeOffset?)away.End).Max();

    /// <summary>Gives back all that is held for the pair.</summary>
    public async Task Release(PairTurn turn, CancellationToken cancel) =>
        await times.Keep(turn, await times.Read(turn, null, cancel), [], cancel);

    private static IReadOnlyList<Interval> Propose(PairTurn turn, Session session, PairTime read, DateTimeOffset by)
    {
        var others = turn.Others(session.Number).Where(other => other.FellAt is null).ToArray();
        var before = turn.History.OfType<SessionBooked>().Where(booked => booked.Session == session.Number)
            .Select(booked => new Interval(booked.Start, booked.Start + (session.Time.End - session.Time.Start)));
        var found = SessionRescheduler.Reschedule(new(
            new(turn.Cohort.Settings.Sessions, read.With(others.Where(other => other.IsOpen).Select(other => other.Time))),
            session.Time.Start, turn.Now + Notice, by)
        {
            Previous = others.LastOrDefault(other => other.Number < session.Number)?.Time.Start,
            Next = others.FirstOrDefault(other => other.Number > session.Number)?.Time.Start,
            Avoid = [session.Time, .. before],
            Session = session.Number,
        });
        return [.. found.Proposals.Select(proposal => proposal.Time)];
    }

    private static SessionPlan Dated(PairTurn turn, SessionPlan plan)
    {
        var first = turn.Both[0].ZoneAt(turn.Now).DateAt(turn.Now).AddDays(LeadDays);
        return plan with { EarliestStart = first, LatestEnd = first.AddDays(((plan.Sessions - 1) * plan.MaximumDays) + Slack) };
    }

    private static Interval Window(PairTurn turn, DateOnly last) => new(turn.Now, turn.Cohort.Zone.EndOf(last.AddDays(1)));

    private static Interval? Until(PairTurn turn, DateTimeOffset latest) => latest > turn.Now ? new(turn.Now, latest) : null;

    private static IReadOnlyList<Interval> TimesWith(PairTurn turn, Session moved, Interval? to) =>
    [
        .. turn.Others(moved.Number).Where(session => session.HasTime).Select(session => session.Time),
        .. to is { } time ? [time] : Array.Empty<Interval>(),
    ];
}
