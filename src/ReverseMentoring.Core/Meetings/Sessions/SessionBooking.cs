using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>Other times for a session.</summary>
/// <param name="Best">Up to three, the best first.</param>
/// <param name="All">All within some weeks, in order.</param>
internal sealed record FreeTimes(IReadOnlyList<Interval> Best, IReadOnlyList<Interval> All);

/// <summary>Finds another time for one session and holds it in our own bookings. Where calendars are reached, they are asked.</summary>
internal sealed class SessionBooking(MeetingTimes times)
{
    /// <summary>So soon nobody is asked to come.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromDays(1);

    /// <summary>So long before and after a session people see when all can come.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromDays(14);

    /// <summary>Other times for one session at which all can come; nothing is held yet.</summary>
    public async Task<FreeTimes> Propose(MeetingContext context, Session session, CancellationToken cancel, bool asksCalendars = true)
    {
        var soon = session.FirstTime.End.AddDays(context.Cohort.Settings.RebookingDays);
        var begins = session.Time.Start > context.Now + Around ? session.Time.Start - Around : context.Now;
        var latest = begins + (2 * Around) is var end && end > soon ? end : soon;
        var read = await times.ReadTimes(context, asksCalendars ? new Interval(context.Now, latest) : null, cancel);
        return new(
            [.. Reschedule(context, session, read, soon, Before(context, session)).Proposals.Select(proposal => proposal.Time)],
            [.. Reschedule(context, session, read, latest, [session.Time]).Free.Where(time => time.Start >= begins && time.Start <= begins + (2 * Around) && time.End <= SeriesLength.LatestEnd(context))]);
    }

    /// <summary>Whether a session can be at a time that its people have agreed on: whatever their calendars say, two sessions are never at once, and none is later than all may be.</summary>
    public async Task<bool> CanAgree(MeetingContext context, Session session, Interval to, CancellationToken cancel) =>
        to.Start > context.Now && to.End <= SeriesLength.LatestEnd(context)
        && CanBe(context, session, to, (await times.ReadTimes(context, null, cancel)).People.SelectMany(person => person.Booked));

    /// <summary>Whether all can come to a session at another time, in good time from now, on the raster or not.</summary>
    public async Task<bool> SuitsAll(MeetingContext context, Session session, Interval to, CancellationToken cancel) =>
        to.Start >= context.Now + Notice && to != session.Time && await CanAgree(context, session, to, cancel)
        && (await Missing(context, session with { Time = to, Without = null }, cancel)).Count == 0;

    /// <summary>Moves a session to the best other time.</summary>
    /// <param name="context">The meeting's.</param>
    /// <param name="session">What fell.</param>
    /// <param name="by">When it is to be over.</param>
    /// <param name="refused">The starts of times that are not to be taken.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    /// <returns>The new time, and who can't come to it; null where there is none.</returns>
    public async Task<AttendedTime?> Rebook(
        MeetingContext context, Session session, DateTimeOffset by, IReadOnlyList<DateTimeOffset>? refused, CancellationToken cancel)
    {
        var read = await times.ReadTimes(context, new(context.Now, by), cancel);
        Interval[] avoid = [.. Before(context, session, refused)];
        var found = Reschedule(context, session, read, by, avoid).Best is { } best ? new(best.Time, [])
            : context.Policy.NeedsEverybody ? null
            : ForMost(context, session, read, by, avoid);
        if (found is not null)
        {
            await times.Keep(context, read, With(context, session.At(found.Time, found.Without)), cancel);
        }

        return found;
    }

    /// <summary>Moves a session to a time that somebody chose, if all are still free then.</summary>
    /// <param name="context">The meeting's.</param>
    /// <param name="session">As it is.</param>
    /// <param name="to">The new time.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    /// <param name="isThere">Somebody moved it in the calendar: the time is taken as it is.</param>
    /// <param name="isAgreed">They have agreed on it: what else stands in their calendars is theirs to see to.</param>
    public async Task<bool> Move(MeetingContext context, Session session, Interval to, CancellationToken cancel, bool isThere = false, bool isAgreed = false)
    {
        var read = await times.ReadTimes(context, isThere || isAgreed ? null : to, cancel);
        if (!isThere && (to.Start <= context.Now || !CanBe(context, session, to, read.People.SelectMany(person => person.Booked.Concat(person.Busy)))))
        {
            return false;
        }

        await times.Keep(context, read, With(context, session.At(to)), cancel);
        return true;
    }

    /// <summary>Ids of those who can't come to a session any more, as far as is known.</summary>
    public async Task<IReadOnlyList<PersonId>> Missing(MeetingContext context, Session session, CancellationToken cancel)
    {
        var read = await times.ReadTimes(context, new(session.Time.Start.AddHours(-1), session.Time.End.AddHours(1)), cancel, session.Number);
        var others = context.Others(session.Number).Where(other => other.HasTime).Select(other => other.Time);
        return SessionCheck.Missing(new(context.Cohort.Settings.Sessions, read.With(others)), session.Time, session.Without ?? []);
    }

    /// <summary>Holds for everybody the sessions that they come to as they are now.</summary>
    public Task Hold(MeetingContext context, CancellationToken cancel) => times.Keep(context, cancel);

    /// <summary>Gives back all that is held for all of them.</summary>
    public Task Release(MeetingContext context, CancellationToken cancel) => times.Release(context, context.Meeting.People, cancel);

    /// <summary>Holds what is decided, where a step stopped between holding and deciding.</summary>
    public Task Mend(MeetingContext context, CancellationToken cancel) => times.Mend(context, cancel);

    /// <summary>The end of the longest absence that a session has to wait for; null: there is none.</summary>
    public static DateTimeOffset? BackAt(MeetingContext context, Interval session) => !context.Policy.NeedsEverybody ? null : context.People
        .SelectMany(person => person.Away.Select(absence => absence.In(person.ZoneAt(session.Start))))
        .Where(away => away.Overlaps(session)).Select(away => (DateTimeOffset?)away.End).Max();

    private static bool CanBe(MeetingContext context, Session session, Interval to, IEnumerable<Interval> taken) =>
        !context.Others(session.Number).Where(other => other.HasTime).Select(other => other.Time).Concat(taken).Any(to.Overlaps);

    private static Rescheduling Reschedule(MeetingContext context, Session session, MeetingTime read, DateTimeOffset by, IEnumerable<Interval> avoid)
    {
        var others = context.Others(session.Number).Where(other => other.UnscheduledAt is null).ToArray();
        return SessionRescheduler.Reschedule(new(
            new(context.Cohort.Settings.Sessions, read.With(others.Where(other => other.IsOpen).Select(other => other.Time))),
            session.Time.Start, context.Now + Notice, by)
        {
            Previous = others.LastOrDefault(other => other.Number < session.Number)?.Time.Start,
            Next = others.FirstOrDefault(other => other.Number > session.Number)?.Time.Start,
            Avoid = [.. avoid],
            Session = session.Number,
        });
    }

    private static AttendedTime? ForMost(MeetingContext context, Session session, MeetingTime read, DateTimeOffset by, Interval[] avoid)
    {
        var plan = context.Cohort.Settings.Sessions;
        var others = context.Others(session.Number).Where(other => other.HasTime).Select(other => other.Time).ToArray();
        var (search, earliest) = (new Attendance(new(plan, read.With(others))), context.Now + Notice);
        return context.BestFor(
            search, session.Number, search.DateAt(earliest), search.DateAt(by), search.DateAt(session.Time.Start),
            time => time.Start >= earliest && time.End <= by && !avoid.Any(time.Overlaps)
                && others.All(other => Math.Abs(search.DateAt(other.Start).DayNumber - search.DateAt(time.Start).DayNumber) >= plan.MinimumDaysAfterRebooking));
    }

    /// <summary>Times that it has had, or that were offered and suited nobody: these are not offered again.</summary>
    private static IEnumerable<Interval> Before(MeetingContext context, Session session, IReadOnlyList<DateTimeOffset>? refused = null) => context.History
        .SelectMany(happened => happened switch
        {
            SessionBooked booked when booked.Session == session.Number => [booked.Start],
            SessionUnscheduled { Refused: { } offered } fell when fell.Session == session.Number => offered,
            _ => Array.Empty<DateTimeOffset>(),
        })
        .Concat(refused ?? [])
        .Select(start => new Interval(start, start + (session.Time.End - session.Time.Start))).Prepend(session.Time);

    private static IEnumerable<Session> With(MeetingContext context, Session moved) =>
        context.Series.Select(session => session.Number == moved.Number ? moved : session);
}
