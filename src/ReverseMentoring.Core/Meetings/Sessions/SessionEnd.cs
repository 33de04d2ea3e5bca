using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Cadences;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>When its time is over all who were to come are asked whether they met.</summary>
internal sealed class SessionEnd(MeetingContext context)
{
    internal static readonly TimeSpan PulseAfter = TimeSpan.FromHours(1);

    /// <summary>How long "did you meet?" is waited for, counted from when it went out.</summary>
    internal static readonly TimeSpan PulsePatience = TimeSpan.FromDays(5);

    /// <summary>How long after one "no" another may still say yes: the days to meet again run already.</summary>
    internal static readonly TimeSpan DoubtPatience = TimeSpan.FromDays(2);

    /// <summary>How long at most after the session's end, even where the question was never sent.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <returns>The session as it is then, and whether it is to be found another time; null: its time is still to come.</returns>
    public (Session Session, bool Missed)? Conclude(Session session)
    {
        var asksAt = session.Time.End + PulseAfter;
        if (asksAt > context.Now)
        {
            context.WakeBy(asksAt);
            return null;
        }

        if (session.PulseSequence != session.Sequence)
        {
            context.AskAbout(session, session.Time.End + Longest);
            context.WakeBy(session.Time.End + PulsePatience);
            return (session with { PulseSequence = session.Sequence }, false);
        }

        var met = context.Expected(session)
            .Select(person => context.AnswerOf<PulseAnswer>(context.Ask(FormKind.Pulse, person.Id, session.Number, session.Sequence))?.Met).ToArray();
        if (met.Contains(true))
        {
            context.Record(new SessionHeld(context.Now, session.Number));
            return (session with { Status = SessionStatus.Held }, false);
        }

        var until = PatientUntil(session, met.Contains(false) ? DoubtPatience : PulsePatience);
        if (met.Contains(null) && until > context.Now)
        {
            context.WakeBy(until);
            return (session, false);
        }

        context.Withdraw(ask => IsAbout(ask, session));
        return met.Contains(false) ? (session, true) : (session with { Status = SessionStatus.Unconfirmed }, false);
    }

    /// <summary>A question that waits over a weekend for its turn waits no less for its answer.</summary>
    private DateTimeOffset PatientUntil(Session session, TimeSpan patience)
    {
        var asked = context.Asks.Where(ask => IsAbout(ask.Value.Id, session)).Select(ask => ask.Value.SentAt ?? context.Now).Append(session.Time.End).Max();
        return asked + patience < session.Time.End + Longest ? asked + patience : session.Time.End + Longest;
    }

    private static bool IsAbout(AskId ask, Session session) =>
        ask.Form is FormKind.Pulse && ask.Number == session.Number && ask.Revision == session.Sequence;
}
