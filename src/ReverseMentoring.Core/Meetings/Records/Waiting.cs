using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>
/// Rows that say which meetings a phase still waits for: whether any is left is one read, however many there are.
/// </summary>
public static class Waiting
{
    [Kept(Keys, KeptFor.Running, ReadBy.Nobody, KeptUntil.Done)]
    public const string Keys = "waiting.";

    public static string KeysOf(MeetingStatus status) => $"{Keys}{status.Slug()}.";

    public static Change.Insert First(MeetingStatus status, MeetingId meeting) => Documents.Insert(KeysOf(status) + meeting, new MeetingNamed(meeting));

    public static Change Begin(MeetingStatus status, MeetingId meeting) => Documents.Put(KeysOf(status) + meeting, new MeetingNamed(meeting));

    public static Change End(MeetingStatus status, MeetingId meeting) => new Change.Delete(KeysOf(status) + meeting);
}
