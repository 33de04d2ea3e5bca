using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>
/// Working time that both have in a week. Five hours of it are as good as all: a session finds its place in them, and at half a week
/// people of other zones lost against people next door (New York 48 of 100, Berlin 54; now 52 and 53). What lies before or after work
/// counts half: a partner next door goes first, all else being equal, and one far away is better than none.
/// </summary>
internal sealed class SharedHours : ICriterion
{
    private const int EnoughMinutes = 5 * 60;

    public string Code => "shared-hours";

    public string Unit => "minutes";

    public int DefaultWeight => 10;

    public Reading Rate(Profile mentor, Profile mentee)
    {
        var (working, wider) = (mentor.Hours.SharedMinutes(mentee.Hours), mentor.WiderHours.SharedMinutes(mentee.WiderHours));
        return new(wider, (Scale.Share(working, EnoughMinutes) + Scale.Share(wider, EnoughMinutes)) / 2);
    }
}
