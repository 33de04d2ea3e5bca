using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>A session's UID in calendars (RFC 5545, 3.8.4.7): the same in its invitations and in a feed, whatever its time.</summary>
public static class SessionUid
{
    /// <summary>The same two may be a pair in another cohort, under the same id.</summary>
    /// <param name="host">The name of this host, as people reach it.</param>
    public static string For(CohortId cohort, MeetingId meeting, int number, string host) => $"{cohort}.{meeting}-{number}@{host}";
}
