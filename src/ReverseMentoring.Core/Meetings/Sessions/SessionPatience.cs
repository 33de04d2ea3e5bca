using ReverseMentoring.Core.Meetings.Records;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>How long it may stay open whether a session was held.</summary>
internal static class SessionPatience
{
    /// <summary>The end of one that is to come: mostly somebody says on its day that they met. Of one that is past, when its people are waited for no longer.</summary>
    public static DateTimeOffset KnownBy(Session session, DateTimeOffset now)
    {
        var end = session.Time.End;
        return end > now ? end
            : end + SessionEnd.PulsePatience > now ? end + SessionEnd.PulsePatience
            : end + SessionEnd.Longest > now ? end + SessionEnd.Longest
            : now;
    }
}
