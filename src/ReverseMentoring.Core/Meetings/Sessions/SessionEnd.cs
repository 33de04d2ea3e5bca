using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Cadences;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>When its time is over all who were to come are asked whether they met.</summary>
internal sealed class SessionEnd(MeetingContext turn)
{
    private static readonly TimeSpan PulseAfter = TimeSpan.FromHours(1);

    /// <summary>How long "did you meet?" is waited for.</summary>
    private static readonly TimeSpan PulsePatience = TimeSpan.FromDays(5);

    /// <summary>How long after one "no" another may still say yes: the days to meet again run already.</summary>
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

        if (session.PulseSequence != session.Sequence)
        {
            turn.AskAbout(session, session.Time.End + PulsePatience);
            turn.WakeBy(session.Time.End + PulsePatience);
            return (session with { PulseSequence = session.Sequence }, false);
        }

        var met = turn.Expected(session)
            .Select(person => turn.AnswerOf<PulseAnswer>(turn.Ask(FormKind.Pulse, person.Id, session.Number, session.Sequence))?.Met).ToArray();
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

        turn.Withdraw(ask => ask.Form is FormKind.Pulse && ask.Number == session.Number && ask.Revision == session.Sequence);
        return met.Contains(false) ? (session, true) : (session with { Status = SessionStatus.Unconfirmed }, false);
    }
}
