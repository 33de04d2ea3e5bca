using ReverseMentoring.Core.Meetings.Records;

namespace ReverseMentoring.Core.Standings;

/// <summary>
/// How a single session stands for a manager: by the clock, and not by what its people said of it. Whether it was held, or nobody
/// has said anything, would tell who answered.
/// </summary>
public enum SessionStanding
{
    /// <summary>Still to come, or to be given a time.</summary>
    Planned,

    /// <summary>Its time is past, and nothing else is to be done about it.</summary>
    Over,

    /// <summary>It did not take place, and no other time was found.</summary>
    Missed,
}

public static class SessionStandings
{
    public static SessionStanding StandingOf(this Session session, DateTimeOffset now) =>
        session.Status is SessionStatus.Missed ? SessionStanding.Missed
        : session.UnscheduledAt is null && session.Time.End <= now ? SessionStanding.Over
        : SessionStanding.Planned;
}
