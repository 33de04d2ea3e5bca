using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>Being close lets people meet in person; a cohort that wants to mix countries turns it round.</summary>
internal sealed class Locations(bool preferNearby) : ICriterion
{
    public string Code => "location-distance";

    public string Unit => "steps";

    public int DefaultWeight => 5;

    public Reading Rate(Profile mentor, Profile mentee)
    {
        var distance = PathDistance.Rate(mentor.Location, mentee.Location);
        return preferNearby ? distance with { Value = Scale.Full - distance.Value } : distance;
    }
}
