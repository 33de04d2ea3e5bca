using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>One session as time goes by: it keeps its time or finds another, its people are invited and reminded, and asked how it went.</summary>
internal sealed class SessionStep
{
    private readonly MeetingContext context;
    private readonly EventWatch events;
    private readonly SessionRescheduling rescheduling;
    private readonly SessionAttendance attendance;
    private readonly SessionMails mails;
    private readonly SessionEnd end;

    public SessionStep(MeetingContext context, SessionBooking booking, ICalendar? calendar)
    {
        this.context = context;
        (events, rescheduling, mails, end) = (new(context, calendar), new(context, booking), new(context), new(context));
        attendance = new(context, booking, rescheduling, mails);
    }

    /// <param name="session">As it was; how it is now is in the context.</param>
    /// <param name="isNext">All before it are closed.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    public async Task Advance(Session session, bool isNext, CancellationToken cancel)
    {
        if (!session.IsOpen)
        {
            return;
        }

        if (context.Commands.Select(command => command.Value).FirstOrDefault(command => command.Kind is MeetingCommandKind.Hold && command.Session == session.Number) is { To: { } met } && TakesRecord(session))
        {
            await rescheduling.HeldAt(session, met, cancel);
            return;
        }

        session = session.UnscheduledAt is null
            ? await KeepTime(session, cancel)
            : await rescheduling.TryAgain(session, cancel);
        if (!session.HasTime)
        {
            return;
        }

        session = context.Set(mails.Reminded(mails.Invited(session, isNext)));
        if (end.Conclude(session) is { } outcome)
        {
            session = context.Set(outcome.Session);
            if (outcome.Missed)
            {
                session = await rescheduling.Fall(session, UnscheduledReason.Missed, null, cancel);
                _ = session.HasTime ? context.Set(mails.Invited(session, isNext: true)) : session;
            }
        }
    }

    /// <summary>In works council mode a manager doesn't know whether it is over: then it is as its people say.</summary>
    private bool TakesRecord(Session session) => !context.Cohort.Settings.WorksCouncil || !session.HasTime || session.Time.End > context.Now;

    private async Task<Session> KeepTime(Session before, CancellationToken cancel)
    {
        var session = await Obey(await rescheduling.KeepHour(before, cancel), cancel);
        if (session.HasTime && await events.NewsOf(session, cancel) is { } news)
        {
            session = news.MovedTo is { } there && SessionRescheduling.CanStandAt(context, there) ? await rescheduling.MovedInCalendar(session, there, news.Event, cancel)
                : news.IsGone || news.MovedTo is not null ? await rescheduling.Fall(session, UnscheduledReason.Cancelled, news.Event.Value.Organizer?.Id, cancel)
                : await attendance.Decline(session, news.Declined, UnscheduledReason.Declined, cancel);
        }

        return session.HasTime ? await attendance.Settle(session, before, cancel) : session;
    }

    /// <summary>What its people asked for by their links.</summary>
    private async Task<Session> Obey(Session session, CancellationToken cancel)
    {
        foreach (var command in context.Commands.Select(command => command.Value).Where(command => command.Session == session.Number))
        {
            if (!session.HasTime || (command.Sequence is { } seen && seen != session.Sequence) || command.Person is not { } by || !context.Meeting.Has(by))
            {
                continue;
            }

            session = command switch
            {
                { Kind: MeetingCommandKind.Move, To: { } to } => await rescheduling.MoveTo(session, to, command.Agreed, cancel),
                { Kind: MeetingCommandKind.Cancel } when session.Time.Start <= context.Now => session,
                { Kind: MeetingCommandKind.Cancel, To: { } wish } => await rescheduling.Fall(session, UnscheduledReason.Cancelled, by, cancel, wish),
                { Kind: MeetingCommandKind.Cancel } => await attendance.Decline(session, [by], UnscheduledReason.Cancelled, cancel, command.Refused),
                _ => session,
            };
        }

        return session;
    }
}
