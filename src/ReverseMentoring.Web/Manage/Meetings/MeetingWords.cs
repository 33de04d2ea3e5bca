using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.People;
using ReverseMentoring.Web.Look.Signs;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Reading;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <summary>A pair or circle in a few words.</summary>
internal static class MeetingWords
{
    public static Mood MoodOf(MeetingStatus status) => status switch
    {
        MeetingStatus.Running or MeetingStatus.Completed => Mood.Good,
        MeetingStatus.Declined or MeetingStatus.Ended => Mood.Careful,
        _ => Mood.Plain,
    };

    /// <summary>"Ana Cruz and Bo Lind"; in a circle all names.</summary>
    public static string Title(Desk desk, Snapshot<PersonLine> people, Meeting meeting) => meeting.Kind is MeetingKind.Pair
        ? desk.Say("Pair.Title", ("mentor", Names(desk, people, meeting, Role.Mentor)), ("mentee", Names(desk, people, meeting, Role.Mentee)))
        : Names(desk, people, meeting);

    public static string Names(Desk desk, Snapshot<PersonLine> people, Meeting meeting, Role? role = null) => Voice.Titles(
        meeting.Members.Where(member => role is null || member.Role == role).Select(member => Who.Name(desk, people, member.Person)));

    /// <summary>The mean score of any two, as the matching found them; null where none is shown, or others are in it since.</summary>
    public static int? Mean(Meeting meeting)
    {
        var twos = meeting.Members.Count * (meeting.Members.Count - 1) / 2;
        return meeting.MemberChanges == 0 && twos > 0 ? meeting.Score / twos : null;
    }
}
