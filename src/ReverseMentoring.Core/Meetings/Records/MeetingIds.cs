using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>
/// Ids that are the same for the same people in the same round. Their first letter is for people who read them in rows and
/// logs; what kind a meeting is says <see cref="Meeting.Kind"/>.
/// </summary>
public static class MeetingIds
{
    public static string OfPair(string mentor, string mentee, int round) => "p-" + Names.Digest($"pair:{mentor}:{mentee}:{round}");

    public static string OfCircle(IEnumerable<string> members, int round) =>
        "c-" + Names.Digest($"circle:{string.Join(':', members.Order(StringComparer.Ordinal))}:{round}");
}
