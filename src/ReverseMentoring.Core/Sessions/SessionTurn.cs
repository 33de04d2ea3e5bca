using ReverseMentoring.Core.Pairs;

namespace ReverseMentoring.Core.Sessions;

/// <summary>One session as time goes by: it keeps its time or finds another, both are invited and reminded, and asked how it went.</summary>
internal sealed class SessionTurn(PairTurn turn, SessionBooking booking, EventNews news)
{
    private readonly SessionFalls falls = new(turn, booking);
    private readonly SessionMails mails = new(turn);
    private readonly SessionEnd end = new(turn);

    /// <param name="session">As it was; how it is now is in the turn.</param>
    /// <param name="isNext">All before it are closed.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    public async Task Advance(Session session, bool isNext, CancellationToken cancel)
    {
        if (!session.IsOpen)
        {
            return;
        }

        session = session.FellAt is null
            ? await Keeps(session, cancel)
            : await falls.TryAgain(session, cancel);
        if (!session.HasTime)
        {
            return;
        }

        session = turn.Set(mails.Reminded(mails.Invited(session, isNext)));
        if (end.Conclude(session) is { } outcome)
        {
            session = turn.Set(outcome.Session);
            if (outcome.Missed)
            {
                session = await falls.Fall(session, Calendars.Rhythms.FallReason.Missed, null, cancel);
                _ = session.HasTime ? turn.Set(mails.Invited(session, isNext: true)) : session;
            }
        }
    }

    private async Task<Session> Keeps(Session session, CancellationToken cancel)
    {
        session = await falls.Obey(session, cancel);
        if (session.HasTime && await news.Of(session, cancel) is { } told)
        {
            session = told.Moved is { } there
                ? await falls.MovedInCalendar(session, there, told.Event, cancel)
                : await falls.Fall(session, told.Fall!.Value, told.By, cancel);
        }

        return session.HasTime ? await falls.LookAgain(session, cancel) : session;
    }
}
