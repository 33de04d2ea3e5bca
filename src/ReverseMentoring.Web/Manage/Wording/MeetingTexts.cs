using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>A pair or circle in a few words.</summary>
internal static class MeetingTexts
{
    public static Tone MoodOf(Meeting meeting) => meeting.ToldStatus switch
    {
        MeetingStatus.Running or MeetingStatus.Completed => Tone.Good,
        MeetingStatus.Declined or MeetingStatus.Ended => Tone.Careful,
        _ => Tone.Plain,
    };

    public static string Status(ManagerContext context, Meeting meeting) => context.Say($"MeetingStatus.{meeting.ToldStatus}");

    /// <summary>"Ana Cruz and Bo Lind"; in a circle all names.</summary>
    public static string Title(ManagerContext context, Snapshot<PersonLine> people, Meeting meeting) => meeting.Kind is MeetingKind.Pair
        ? context.Say("Pair.Title", ("mentor", Names(context, people, meeting, Role.Mentor)), ("mentee", Names(context, people, meeting, Role.Mentee)))
        : Names(context, people, meeting);

    public static string Names(ManagerContext context, Snapshot<PersonLine> people, Meeting meeting, Role? role = null) => context.Localizer.Titles(
        meeting.Members.Where(member => role is null || member.Role == role).Select(member => PeopleNames.Name(context, people, member.Person)));

    /// <summary>Who was at a session, or is to be; of a past one of a circle whose members have changed it is not known, and today's would be others.</summary>
    public static string NamesAt(ManagerContext context, Snapshot<PersonLine> people, Meeting meeting, Session session, Role role) =>
        IsKnown(meeting, session, context.Now) ? Names(context, people, meeting, role) : context.Say("Circles.Changed");

    public static bool IsKnown(Meeting meeting, Session session, DateTimeOffset now) => meeting.MemberChanges == 0 || session.Time.Start > now;

    /// <summary>The mean score of any two, as the matching found them; null where none is shown, or others are in it since.</summary>
    public static int? Mean(Meeting meeting)
    {
        var twos = meeting.Members.Count * (meeting.Members.Count - 1) / 2;
        return meeting.MemberChanges == 0 && twos > 0 ? meeting.Score / twos : null;
    }
}
