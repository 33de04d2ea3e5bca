using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>
/// Working time that both have in a week. Five hours of it are as good as all: a session finds its place in them, and at half a week
/// people of other zones lost against people next door (New York 48 of 100, Berlin 54; now 52 and 53).
/// </summary>
internal sealed class SharedHours : ICriterion
{
    private const int EnoughMinutes = 5 * 60;

    public string Code => "shared-hours";

    public string Unit => "minutes";

    public int DefaultWeight => 10;

    public Reading Rate(Profile mentor, Profile mentee)
    {
        var minutes = mentor.Hours.SharedMinutes(mentee.Hours);
        return new(minutes, Scale.Share(minutes, EnoughMinutes));
    }
}
