using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Web.DesignSystem.Display;

namespace ReverseMentoring.Web.Manage.Wording;

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

internal static class SessionTexts
{
    public static SessionStanding StandingOf(Session session, DateTimeOffset now) =>
        session.Status is SessionStatus.Missed ? SessionStanding.Missed
        : session.UnscheduledAt is null && session.Time.End <= now ? SessionStanding.Over
        : SessionStanding.Planned;

    public static Tone MoodOf(SessionStanding standing) => standing switch
    {
        SessionStanding.Over => Tone.Good,
        SessionStanding.Missed => Tone.Bad,
        _ => Tone.Plain,
    };
}
