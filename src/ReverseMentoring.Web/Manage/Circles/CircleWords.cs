using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.People;
using ReverseMentoring.Web.Look.Signs;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Reading;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Manage.Circles;

/// <summary>A circle in a few words.</summary>
internal static class CircleWords
{
    public static Mood MoodOf(CircleStatus status) => status switch
    {
        CircleStatus.Running or CircleStatus.Completed => Mood.Good,
        CircleStatus.Ended => Mood.Careful,
        _ => Mood.Plain,
    };

    public static string Names(Desk desk, Snapshot<PersonLine> people, Circle circle, Role? role = null) => Voice.Titles(
        circle.Members.Where(member => role is null || member.Role == role).Select(member => Who.Name(desk, people, member.Person)));

    /// <summary>The mean score of any two, as the matching found them.</summary>
    public static IComparable? Mean(Circle circle)
    {
        var twos = circle.Members.Count * (circle.Members.Count - 1) / 2;
        return circle.Changes == 0 && twos > 0 ? circle.Score / twos : null;
    }
}
