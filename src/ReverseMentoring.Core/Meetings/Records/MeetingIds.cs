using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>
/// Ids that are the same for the same people in the same round. Their first letter is for people who read them in rows and
/// logs; what kind a meeting is says <see cref="Meeting.Kind"/>.
/// </summary>
public static class MeetingIds
{
    public static MeetingId OfPair(PersonId mentor, PersonId mentee, int round) => new("p-" + Names.Digest($"pair:{mentor}:{mentee}:{round}"));

    public static MeetingId OfCircle(IEnumerable<PersonId> members, int round) =>
        new("c-" + Names.Digest($"circle:{string.Join(':', members.Order())}:{round}"));
}
