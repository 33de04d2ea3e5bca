using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Sessions;

namespace ReverseMentoring.Core.Pairs;

/// <summary>What happened to a pair's sessions, and by whose doing. Kept apart from the pair's row, which managers see.</summary>
public sealed record PairHistory(IReadOnlyList<RhythmEvent> Events)
{
    /// <summary>Fits into one row; far more than a series of sixty sessions comes to in a usual life.</summary>
    private const int Most = 220;

    public static string KeyOf(string pair) => Rows.History + pair;

    /// <summary>What is known where nothing was kept yet: the sessions as they are.</summary>
    public static PairHistory Of(IEnumerable<Session> sessions) => new(
    [
        .. sessions.SelectMany(session => new RhythmEvent[]
        {
            new SessionBooked(session.FirstTime.Start, session.Number, session.FirstTime.Start),
            session.Status is SessionStatus.Planned
                ? new SessionBooked(session.FirstTime.Start, session.Number, session.Time.Start)
                : new SessionHeld(session.Time.End, session.Number),
        }),
    ]);

    public PairHistory With(RhythmEvent happened)
    {
        IReadOnlyList<RhythmEvent> events = [.. Events, happened];
        return new(events.Count <= Most ? events : [.. events.Where((one, at) => at >= events.Count - (Most / 2) || !IsHeld(SessionOf(one)))]);

        bool IsHeld(int? session) => session is { } number && events.OfType<SessionHeld>().Any(held => held.Session == number);
    }

    private static int? SessionOf(RhythmEvent happened) => happened switch
    {
        SessionBooked booked => booked.Session,
        SessionHeld held => held.Session,
        SessionFell fell => fell.Session,
        _ => null,
    };
}
