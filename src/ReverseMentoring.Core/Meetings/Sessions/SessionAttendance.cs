using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>
/// Who comes to a session. Whoever has said that they can't is not expected any more; whoever was found not to be free is, as
/// soon as a later look finds them free again. The session stands as long as it makes sense with the others; else it falls.
/// </summary>
internal sealed class SessionAttendance(MeetingContext context, SessionBooking booking, SessionRescheduling rescheduling, SessionMails mails)
{
    /// <summary>A session is looked at again so long before: a week ahead there are times to choose from, then before the reminder.</summary>
    private static readonly TimeSpan[] LooksAhead = [TimeSpan.FromDays(7), SessionMails.RemindAhead];

    /// <summary>A look that is still owed, whatever the time.</summary>
    private const int NotLookedYet = -1;

    /// <summary>Some say that they can't come to it. Where it makes sense without them it stands, and who comes is settled by <see cref="Settle"/>.</summary>
    /// <param name="session">As it is.</param>
    /// <param name="people">Ids.</param>
    /// <param name="reason">How they said it.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    /// <param name="refused">The starts of times that were offered instead, and none suited.</param>
    public async Task<Session> Decline(
        Session session, IReadOnlyList<PersonId> people, UnscheduledReason reason, CancellationToken cancel, IReadOnlyList<DateTimeOffset>? refused = null)
    {
        var without = session.Missing([.. (session.Without ?? []).Union(people)], [.. (session.Declined ?? []).Union(people)]);
        return context.CanBe(without)
            ? context.Set(without with { AttendanceChanges = session.AttendanceChanges + 1 })
            : await rescheduling.Fall(session, reason, people[0], cancel, refused: refused);
    }

    /// <summary>Looks who is free, where it is time to, and makes what follows from who comes now.</summary>
    /// <param name="session">As it is, with those who can't come.</param>
    /// <param name="before">As it was when the step began.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    public async Task<Session> Settle(Session session, Session before, CancellationToken cancel)
    {
        if (session.Time.Start <= context.Now)
        {
            return session;
        }

        session = await Look(session, cancel);
        if (!session.HasTime || session.AttendanceChanges == before.AttendanceChanges)
        {
            return session;
        }

        await booking.Hold(context, cancel);
        PersonId[] back = [.. (before.Without ?? []).Except(session.Without ?? []).Where(context.Meeting.Has)];
        context.Policy.AttendanceChanged(context, session, back);
        return context.Set(mails.InvitedAgain(session, back));
    }

    private async Task<Session> Look(Session session, CancellationToken cancel)
    {
        var due = LooksAhead.Count(ahead => session.Time.Start - ahead <= context.Now);
        if (due < LooksAhead.Length)
        {
            context.WakeBy(session.Time.Start - LooksAhead[due]);
        }

        if (due <= session.Looks && !context.Commands.Any(command => command.Value.Kind is MeetingCommandKind.LookAgain))
        {
            return session;
        }

        IReadOnlyList<PersonId> missing;
        try
        {
            missing = await booking.Missing(context, session, cancel);
        }
        catch (Exception failure) when (CalendarFailure.IsPassing(failure, cancel))
        {
            // A look is no reason to hold up invitations and reminders.
            context.WakeBy(context.Now + CalendarFailure.TryAgainAfter);
            return context.Set(session with { Looks = NotLookedYet });
        }

        session = context.Set(session with { Looks = due });
        PersonId[] without = [.. missing.Where(person => !session.Agreed || IsAway(person, session)).Union(session.Declined ?? [])];
        if (without.ToHashSet().SetEquals(session.Without ?? []))
        {
            return session;
        }

        var seen = session.Missing(without, session.Declined ?? []) with { AttendanceChanges = session.AttendanceChanges + 1 };
        return context.CanBe(seen) ? context.Set(seen) : await rescheduling.Fall(session, UnscheduledReason.Overlapped, null, cancel);
    }

    /// <summary>To a time that they have set themselves somebody comes who is not away.</summary>
    private bool IsAway(PersonId person, Session session) =>
        context.Find(person) is { } found && found.Away.Any(away => away.In(found.ZoneAt(session.Time.Start)).Overlaps(session.Time));
}
