using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>Finds another time for one session and holds it in our own bookings. Where calendars are reached, they are asked.</summary>
internal sealed class SessionBooking(MeetingTimes times)
{
    /// <summary>So soon nobody is asked to come.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromDays(1);

    /// <summary>Up to three other times for one session at which all can come, the best first; nothing is held yet.</summary>
    public async Task<IReadOnlyList<Interval>> Propose(MeetingContext context, Session session, CancellationToken cancel, bool asksCalendars = true)
    {
        var latest = session.FirstTime.End.AddDays(context.Cohort.Settings.RebookingDays);
        return Propose(context, session, await times.ReadTimes(context, asksCalendars ? Until(context, latest) : null, cancel), latest);
    }

    /// <summary>Moves a session to the best other time.</summary>
    /// <param name="context">The meeting's.</param>
    /// <param name="session">What fell.</param>
    /// <param name="by">When it is to be over.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    /// <returns>The new time, and who can't come to it; null where there is none.</returns>
    public async Task<AttendedTime?> Rebook(MeetingContext context, Session session, DateTimeOffset by, CancellationToken cancel)
    {
        var read = await times.ReadTimes(context, Until(context, by), cancel);
        var found = Propose(context, session, read, by) is [var best, ..] ? new(best, [])
            : context.Policy.NeedsEverybody ? null
            : ForMost(context, session, read, by);
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
    public async Task<bool> Move(MeetingContext context, Session session, Interval to, CancellationToken cancel, bool isThere = false)
    {
        var read = await times.ReadTimes(context, isThere ? null : to, cancel);
        var own = context.Others(session.Number).Where(other => other.HasTime).Select(other => other.Time);
        if (!isThere && (to.Start <= context.Now || own.Any(to.Overlaps)
            || read.People.Any(person => person.Booked.Concat(person.Busy).Any(to.Overlaps))))
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
        return SessionCheck.Missing(new(context.Cohort.Settings.Sessions, read.With(others)), session.Time);
    }

    /// <summary>Holds for everybody the sessions that they come to as they are now.</summary>
    public async Task Hold(MeetingContext context, CancellationToken cancel) =>
        await times.Keep(context, await times.ReadTimes(context, null, cancel), context.Series, cancel);

    /// <summary>Gives back all that is held for all of them.</summary>
    public async Task Release(MeetingContext context, CancellationToken cancel)
    {
        foreach (var person in context.Meeting.People)
        {
            await times.Release(context, person, cancel);
        }
    }

    /// <summary>The end of the longest absence that a session has to wait for; null: there is none.</summary>
    public static DateTimeOffset? BackAt(MeetingContext context, Interval session) => !context.Policy.NeedsEverybody ? null : context.People
        .SelectMany(person => person.Away.Select(absence => absence.In(person.ZoneAt(session.Start))))
        .Where(away => away.Overlaps(session)).Select(away => (DateTimeOffset?)away.End).Max();

    private static IReadOnlyList<Interval> Propose(MeetingContext context, Session session, MeetingTime read, DateTimeOffset by)
    {
        var others = context.Others(session.Number).Where(other => other.UnscheduledAt is null).ToArray();
        var found = SessionRescheduler.Reschedule(new(
            new(context.Cohort.Settings.Sessions, read.With(others.Where(other => other.IsOpen).Select(other => other.Time))),
            session.Time.Start, context.Now + Notice, by)
        {
            Previous = others.LastOrDefault(other => other.Number < session.Number)?.Time.Start,
            Next = others.FirstOrDefault(other => other.Number > session.Number)?.Time.Start,
            Avoid = [.. Before(context, session)],
            Session = session.Number,
        });
        return [.. found.Proposals.Select(proposal => proposal.Time)];
    }

    private static AttendedTime? ForMost(MeetingContext context, Session session, MeetingTime read, DateTimeOffset by)
    {
        var plan = context.Cohort.Settings.Sessions;
        var others = context.Others(session.Number).Where(other => other.HasTime).Select(other => other.Time).ToArray();
        var (search, earliest, before) = (new Attendance(new(plan, read.With(others))), context.Now + Notice, Before(context, session).ToArray());
        return context.BestFor(
            search, session.Number, search.DateAt(earliest), search.DateAt(by), search.DateAt(session.Time.Start),
            time => time.Start >= earliest && time.End <= by && !before.Any(time.Overlaps)
                && others.All(other => Math.Abs(search.DateAt(other.Start).DayNumber - search.DateAt(time.Start).DayNumber) >= plan.MinimumDaysAfterRebooking));
    }

    /// <summary>Times that it has had: these are not offered again.</summary>
    private static IEnumerable<Interval> Before(MeetingContext context, Session session) => context.History.OfType<SessionBooked>()
        .Where(booked => booked.Session == session.Number)
        .Select(booked => new Interval(booked.Start, booked.Start + (session.Time.End - session.Time.Start))).Prepend(session.Time);

    private static IEnumerable<Session> With(MeetingContext context, Session moved) =>
        context.Series.Select(session => session.Number == moved.Number ? moved : session);

    private static Interval? Until(MeetingContext context, DateTimeOffset latest) => latest > context.Now ? new(context.Now, latest) : null;
}
