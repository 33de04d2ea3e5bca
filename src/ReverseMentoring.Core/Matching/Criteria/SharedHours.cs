using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>Working time that both have in a week; half a week of it is as good as all.</summary>
internal sealed class SharedHours : ICriterion
{
    private const int EnoughMinutes = 20 * 60;

    public string Code => "shared-hours";

    public string Unit => "minutes";

    public int DefaultWeight => 10;

    public Reading Rate(Profile mentor, Profile mentee)
    {
        var minutes = mentor.Hours.SharedMinutes(mentee.Hours);
        return new(minutes, Scale.Share(minutes, EnoughMinutes));
    }
}
