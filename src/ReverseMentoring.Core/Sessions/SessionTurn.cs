using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;

namespace ReverseMentoring.Core.Sessions;

/// <summary>What one session asks for as time goes by: an invitation, a reminder, "did you meet?", and another time if not.</summary>
internal sealed class SessionTurn(PairTurn turn, SessionBooking booking)
{
    /// <summary>An invitation goes out when the session before is over, or this long before.</summary>
    private static readonly TimeSpan InviteAhead = TimeSpan.FromDays(35);

    private static readonly TimeSpan RemindAhead = TimeSpan.FromDays(2);

    private static readonly TimeSpan PulseAfter = TimeSpan.FromHours(1);

    /// <summary>How long "did you meet?" is waited for.</summary>
    private static readonly TimeSpan PulsePatience = TimeSpan.FromDays(5);

    /// <param name="session">As it was.</param>
    /// <param name="isNext">All before it are closed.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    /// <returns>As it is now; the same where nothing happened.</returns>
    public async Task<Session> Advance(Session session, bool isNext, CancellationToken cancel)
    {
        if (!session.IsOpen)
        {
            return session;
        }

        session = await Moved(session, cancel);
        session = Invited(session, isNext);
        session = Reminded(session);
        return await Concluded(session, cancel);
    }

    /// <summary>The number under which both are asked how this session went: another after each new time.</summary>
    public static int PulseNumber(Session session) => (session.Number * 100) + session.Sequence;

    private async Task<Session> Moved(Session session, CancellationToken cancel)
    {
        var wanted = turn.Commands.Select(command => command.Value)
            .LastOrDefault(command => command.Kind is PairCommandKind.Move && command.Session == session.Number);
        return wanted?.To is { } to && to != session.Time && await booking.Move(turn, session, to, cancel)
            ? At(session, to)
            : session;
    }

    /// <summary>The session at another time; the next step sees to its invitation, its reminder and its pulse.</summary>
    private Session At(Session session, Time.Interval time)
    {
        turn.Again = true;
        return session with { Time = time, Sequence = session.Sequence + 1, Reminded = false };
    }

    private Session Invited(Session session, bool isNext)
    {
        var opens = session.Time.Start - InviteAhead;
        if (session.InvitedSequence == session.Sequence || session.Time.Start <= turn.Now)
        {
            return session;
        }

        if (!isNext && opens > turn.Now && session.InvitedSequence is null)
        {
            turn.WakeBy(opens);
            return session;
        }

        var kind = session.InvitedSequence is null ? MailKind.SessionInvitation : MailKind.SessionMoved;
        turn.TellBoth(kind, session.Number, session.Time.Start, $"{session.Sequence}");
        return session with { InvitedSequence = session.Sequence };
    }

    private Session Reminded(Session session)
    {
        var moment = session.Time.Start - RemindAhead;
        if (session.Reminded || session.Time.Start <= turn.Now)
        {
            return session;
        }

        if (moment > turn.Now)
        {
            turn.WakeBy(moment);
            return session;
        }

        turn.TellBoth(MailKind.SessionReminder, session.Number, session.Time.Start, $"{session.Sequence}");
        return session with { Reminded = true };
    }

    private async Task<Session> Concluded(Session session, CancellationToken cancel)
    {
        var asksAt = session.Time.End + PulseAfter;
        if (asksAt > turn.Now)
        {
            turn.WakeBy(asksAt);
            return session;
        }

        var number = PulseNumber(session);
        if (session.PulseSequence != session.Sequence)
        {
            turn.AskBoth(FormKind.Pulse, number, MailKind.Pulse, session.Number, session.Time.End + PulsePatience);
            turn.WakeBy(session.Time.End + PulsePatience);
            return session with { PulseSequence = session.Sequence };
        }

        var met = turn.Both.Select(person => turn.AnswerOf<PulseAnswer>(FormKind.Pulse, number, person.Id)?.Met).ToArray();
        if (met.Contains(true))
        {
            return session with { Status = SessionStatus.Held };
        }

        var waits = session.Time.End + PulsePatience > turn.Now;
        if (waits && met.Contains(null))
        {
            turn.WakeBy(session.Time.End + PulsePatience);
            return session;
        }

        Withdraw(number);
        return met.Contains(false) ? await Again(session, cancel) : session with { Status = SessionStatus.Unconfirmed };
    }

    private async Task<Session> Again(Session session, CancellationToken cancel) =>
        await booking.Rebook(turn, session, cancel) is { } time
            ? Invited(At(session, time), isNext: true)
            : session with { Status = SessionStatus.Missed };

    private void Withdraw(int number) =>
        turn.Write(turn.Asks.Where(ask => ask.Value.Id.Form is FormKind.Pulse && ask.Value.Id.Number == number)
            .Select(ask => ask.Delete()));
}
