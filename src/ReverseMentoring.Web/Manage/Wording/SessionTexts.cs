using ReverseMentoring.Core.Standings;
using ReverseMentoring.Web.DesignSystem.Display;

namespace ReverseMentoring.Web.Manage.Wording;

internal static class SessionTexts
{
    public static Tone MoodOf(SessionStanding standing) => standing switch
    {
        SessionStanding.Over => Tone.Good,
        SessionStanding.Missed => Tone.Bad,
        _ => Tone.Plain,
    };
}
