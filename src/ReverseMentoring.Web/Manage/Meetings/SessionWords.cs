using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Web.Look.Signs;

namespace ReverseMentoring.Web.Manage.Meetings;

internal static class SessionWords
{
    public static Mood MoodOf(SessionStatus status) => status switch
    {
        SessionStatus.Held => Mood.Good,
        SessionStatus.Missed => Mood.Bad,
        SessionStatus.Unconfirmed => Mood.Careful,
        _ => Mood.Plain,
    };
}
