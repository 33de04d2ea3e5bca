using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Web.DesignSystem.Display;

namespace ReverseMentoring.Web.Manage.Meetings;

internal static class SessionTexts
{
    public static Tone MoodOf(SessionStatus status) => status switch
    {
        SessionStatus.Held => Tone.Good,
        SessionStatus.Missed => Tone.Bad,
        SessionStatus.Unconfirmed => Tone.Careful,
        _ => Tone.Plain,
    };
}
