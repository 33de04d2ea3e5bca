using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>
/// Being close lets people meet in person; a cohort that wants to mix countries turns it round. Counts only where a cohort gives
/// it a weight: what is near is mostly known, and sessions are held by video as well.
/// </summary>
internal sealed class Locations(bool preferNearby) : ICriterion
{
    public string Code => "location-distance";

    public string Unit => "steps";

    public int DefaultWeight => 0;

    public Reading Rate(Profile mentor, Profile mentee)
    {
        var distance = PathDistance.Rate(mentor.Location, mentee.Location);
        return preferNearby ? distance with { Value = Scale.Full - distance.Value } : distance;
    }
}
