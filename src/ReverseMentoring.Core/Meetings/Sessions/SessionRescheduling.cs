using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>Finds a session another time: where it fell, where somebody wishes, where a calendar says so.</summary>
internal sealed class SessionRescheduling(MeetingContext context, SessionBooking booking)
{
    private static readonly TimeSpan NextTry = TimeSpan.FromDays(1);

    /// <summary>After so many times the rebooking days it is given up: the next sessions count more.</summary>
    private const int GivesUpAfter = 2;

    /// <summary>Somebody chose another time; it stays where it is if that is no longer free.</summary>
    /// <param name="session">As it is.</param>
    /// <param name="to">The new time.</param>
    /// <param name="isAgreed">They have agreed on it among themselves.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    public async Task<Session> MoveTo(Session session, Interval to, bool isAgreed, CancellationToken cancel) =>
        to != session.Time && await booking.Move(context, session, to, cancel, isAgreed: isAgreed)
            ? context.Set(Booked(session, new(to, [])) with { Agreed = isAgreed })
            : session;

    /// <summary>
    /// Where clocks go otherwise than was known when it was planned, a session keeps its hour, and all are told. Where that hour is taken, or is none for
    /// somebody elsewhere, whose clock goes as ever, it gets another time; where there is none it stays, and all are told what the clock shows then.
    /// </summary>
    public async Task<Session> KeepHour(Session session, CancellationToken cancel)
    {
        if (session.Clock?.Keep(session.Time) is not { } kept || kept == session.Time || session.Time.Start <= context.Now)
        {
            return session;
        }

        if (!await booking.Move(context, session, kept, cancel))
        {
            var elsewhere = await Fall(session, UnscheduledReason.Overlapped, null, cancel);
            return elsewhere == session ? context.Set(Booked(session, new(session.Time, session.Without ?? [])) with { HourTaken = true }) : elsewhere;
        }

        var moved = context.Set(Booked(session, new(kept, [])) with { ClockChanged = true });
        if (session.Agreed)
        {
            return context.Set(moved with { Agreed = true });
        }

        var missing = await booking.Missing(context, moved, cancel);
        return context.CanBe(moved.Missing(missing, [])) ? moved : await Fall(moved, UnscheduledReason.Overlapped, null, cancel);
    }

    /// <summary>A session that fell gets another time at once where there is one, else day by day.</summary>
    /// <param name="session">As it is.</param>
    /// <param name="reason">Why it fell.</param>
    /// <param name="by">By whose doing; null: nobody's, or unknown.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    /// <param name="wish">Where it shall go, if it can.</param>
    /// <param name="refused">The starts of times that were offered instead, and none suited.</param>
    public async Task<Session> Fall(
        Session session, UnscheduledReason reason, PersonId? by, CancellationToken cancel, Interval? wish = null, IReadOnlyList<DateTimeOffset>? refused = null)
    {
        var fell = new SessionUnscheduled(context.Now, session.Number, reason, by) { Refused = refused is { Count: > 0 } ? refused : null };
        var end = By(session, [.. context.History, fell]);
        var to = await AnotherTime(session, fell, end, wish, cancel);
        if (to is null && reason is UnscheduledReason.Overlapped && session.Declined is null && SessionBooking.BackAt(context, session.Time) is null)
        {
            // Better a time that is hard to keep than none: people can still move what is in their way.
            return session;
        }

        context.Record(fell);
        return to is { } time ? Booked(session, time) : await WithoutTime(session, cancel);
    }

    /// <summary>Who can't come can't, whether calendars answer or not: all are told, and the time is found when they do.</summary>
    private async Task<AttendedTime?> AnotherTime(Session session, SessionUnscheduled fell, DateTimeOffset end, Interval? wish, CancellationToken cancel)
    {
        try
        {
            return wish is { } chosen && await booking.Move(context, session, chosen, cancel)
                ? new(chosen, [])
                : await booking.Rebook(context, session, end, fell.Refused, cancel);
        }
        catch (Exception failure) when (fell.Reason is not UnscheduledReason.Overlapped && CalendarFailure.IsPassing(failure, cancel))
        {
            // It passes by itself: without a time for now, the session is tried again in an hour.
            context.WakeBy(context.Now + CalendarFailure.TryAgainAfter);
            return null;
        }
    }

    public async Task<Session> TryAgain(Session session, CancellationToken cancel)
    {
        try
        {
            if (await booking.Rebook(context, session, By(session, context.History), null, cancel) is { } time)
            {
                return Booked(session, time);
            }
        }
        catch (Exception failure) when (CalendarFailure.IsPassing(failure, cancel))
        {
            // It passes by itself, and is no reason to give the session up.
            context.WakeBy(context.Now + CalendarFailure.TryAgainAfter);
            return session;
        }

        var givesUp = session.FirstTime.End.AddDays(GivesUpAfter * context.Cohort.Settings.RebookingDays);
        var backAt = SessionBooking.BackAt(context, session.Time) ?? givesUp;
        if (context.Now >= givesUp && context.Now >= backAt)
        {
            return context.Set(session with { Status = SessionStatus.Missed });
        }

        context.WakeBy(context.Now + NextTry);
        return session;
    }

    /// <summary>Whether a time to which somebody moved an event is one: past, or after the last day of all sessions, it would be none.</summary>
    public static bool CanStandAt(MeetingContext context, Interval there) => there.Start > context.Now && there.End <= SeriesLength.LatestEnd(context);

    /// <summary>
    /// Somebody moved it in a calendar: there it stands, and all know. However often they do: calendars tell all who are in it, and we write to nobody.
    /// </summary>
    public async Task<Session> MovedInCalendar(Session session, Interval to, Stored<SessionEventRow> row, CancellationToken cancel)
    {
        await booking.Move(context, session, to, cancel, isThere: true);
        session = Booked(session, new(to, []));
        context.Write(row.Replace(row.Value with { Time = to, Sequence = session.Sequence, LookedAt = context.Now }));
        return context.Set(session with { InvitedSequence = session.InvitedSequence is null ? null : session.Sequence });
    }

    /// <summary>They met at a time of their own: the one that stands in calendars is taken out of them, and nobody is asked how it went.</summary>
    public async Task HeldAt(Session session, Interval met, CancellationToken cancel)
    {
        var held = context.Set((met == session.Time ? session : session.At(met)) with { Status = SessionStatus.Held, UnscheduledAt = null });
        await booking.Hold(context, cancel);
        if (session.InvitedSequence is not null && session.HasTime && session.Time.Start > context.Now)
        {
            context.TellCancelled(session, held.Sequence);
        }

        context.Withdraw(ask => ask.Form is FormKind.Pulse && ask.Number == session.Number);
        context.Record(new SessionHeld(context.Now, session.Number));
    }

    private async Task<Session> WithoutTime(Session session, CancellationToken cancel)
    {
        var fallen = context.Set(session.At(session.Time) with { UnscheduledAt = context.Now });
        await booking.Hold(context, cancel);
        if (session.InvitedSequence is not null && session.Time.Start > context.Now)
        {
            context.TellCancelled(session, fallen.Sequence);
        }

        context.WakeBy(context.Now + NextTry);
        return fallen;
    }

    /// <summary>The session at another time; the next step sees to its invitation, its reminder and its pulse.</summary>
    private Session Booked(Session session, AttendedTime time)
    {
        context.Again = true;
        context.Record(new SessionBooked(context.Now, session.Number, time.Time.Start));
        var moved = context.Set(session.At(time.Time, time.Without) with { Clock = SessionClock.Of(context.People[0].ZoneAt(time.Time.Start), time.Time) });
        context.Policy.SessionsTimed(context, context.Series);
        return moved;
    }

    /// <summary>The cohort's rebooking days, counted from the first time; longer only where somebody is away until later.</summary>
    private DateTimeOffset By(Session session, IReadOnlyList<CadenceEvent> history)
    {
        var days = context.Cohort.Settings.RebookingDays;
        if (MeetingCadence.Decide(context, history).Rebook.FirstOrDefault(fallen => fallen.Session == session.Number)?.By is not { } by)
        {
            // The history was read after another step had found a time, the session before.
            throw new StoreConflictException(Rows.Partition(context.Cohort.Id), MeetingRepository.SessionKey(context.Meeting.Id, session.Number));
        }

        return SessionBooking.BackAt(context, session.Time)?.AddDays(days) is { } back && back > by ? back : by;
    }
}
