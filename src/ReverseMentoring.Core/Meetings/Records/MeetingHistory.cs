using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>What happened to a meeting's sessions, and by whose doing. Kept apart from the meeting's row, which managers see.</summary>
[Kept(Rows.History, KeptFor.Meetings, ReadBy.Oneself, KeptUntil.CohortErased)]
public sealed record MeetingHistory(IReadOnlyList<CadenceEvent> Events)
{
    /// <summary>Fits into one row; far more than a series of sixty sessions comes to in a usual life.</summary>
    private const int Most = 220;

    /// <summary>What is known where nothing was kept yet: the sessions as they are.</summary>
    public static MeetingHistory FromSessions(IEnumerable<Session> sessions) => new(
    [
        .. sessions.SelectMany(session => new CadenceEvent[]
        {
            new SessionBooked(session.FirstTime.Start, session.Number, session.FirstTime.Start),
            session.Status is SessionStatus.Planned
                ? new SessionBooked(session.FirstTime.Start, session.Number, session.Time.Start)
                : new SessionHeld(session.Time.End, session.Number),
        }),
    ]);

    public MeetingHistory With(CadenceEvent happened)
    {
        IReadOnlyList<CadenceEvent> events = [.. Events, happened];
        return new(events.Count <= Most ? events : [.. events.Where((one, at) => at >= events.Count - (Most / 2) || !IsHeld(SessionOf(one)))]);

        bool IsHeld(int? session) => session is { } number && events.OfType<SessionHeld>().Any(held => held.Session == number);
    }

    /// <summary>As if a session had never had a time before this one.</summary>
    public MeetingHistory Anew(SessionBooked booked) =>
        new MeetingHistory([.. Events.Where(happened => happened is not SessionBooked before || before.Session != booked.Session)]).With(booked);

    private static int? SessionOf(CadenceEvent happened) => happened switch
    {
        SessionBooked booked => booked.Session,
        SessionHeld held => held.Session,
        SessionUnscheduled fell => fell.Session,
        _ => null,
    };
}
