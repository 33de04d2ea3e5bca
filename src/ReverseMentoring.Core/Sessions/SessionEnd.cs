using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.Core.Sessions;

/// <summary>When its time is over all who were to come are asked whether they met.</summary>
internal sealed class SessionEnd(MeetingTurn turn)
{
    private static readonly TimeSpan PulseAfter = TimeSpan.FromHours(1);

    /// <summary>How long "did you meet?" is waited for.</summary>
    private static readonly TimeSpan PulsePatience = TimeSpan.FromDays(5);

    /// <summary>How long after one "no" the other may still say yes: the days to meet again run already.</summary>
    private static readonly TimeSpan DoubtPatience = TimeSpan.FromDays(2);

    /// <returns>The session as it is then, and whether it is to be found another time; null: its time is still to come.</returns>
    public (Session Session, bool Missed)? Conclude(Session session)
    {
        var asksAt = session.Time.End + PulseAfter;
        if (asksAt > turn.Now)
        {
            turn.WakeBy(asksAt);
            return null;
        }

        var number = PulseNumbers.Of(session);
        if (session.PulseSequence != session.Sequence)
        {
            turn.AskAll(FormKind.Pulse, number, MailKind.Pulse, session.Number, session.Time.End + PulsePatience, turn.Expected(session));
            turn.WakeBy(session.Time.End + PulsePatience);
            return (session with { PulseSequence = session.Sequence }, false);
        }

        var met = turn.Expected(session).Select(person => turn.AnswerOf<PulseAnswer>(FormKind.Pulse, number, person.Id)?.Met).ToArray();
        if (met.Contains(true))
        {
            turn.Record(new SessionHeld(turn.Now, session.Number));
            return (session with { Status = SessionStatus.Held }, false);
        }

        var until = session.Time.End + (met.Contains(false) ? DoubtPatience : PulsePatience);
        if (met.Contains(null) && until > turn.Now)
        {
            turn.WakeBy(until);
            return (session, false);
        }

        turn.Write(turn.Asks.Where(ask => ask.Value.Id.Form is FormKind.Pulse && ask.Value.Id.Number == number).Select(ask => ask.Delete()));
        return met.Contains(false) ? (session, true) : (session with { Status = SessionStatus.Unconfirmed }, false);
    }
}
