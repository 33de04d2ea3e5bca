using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>
/// How well offers meet wishes. Each wish that is met closes a share of what is still missing, by its rank, so that a first wish
/// weighs most, further ones add less and less, and nothing passes the full scale. How well somebody says that they know
/// a topic is told to the partner, and chooses nobody: people rate themselves by temper more than by skill, and who said "basics" of
/// all that they offered found a partner in 2 of 100 cases, who said "expert" in 71.
/// </summary>
internal static class TopicFit
{
    /// <summary>Per mille of what is missing, by rank 1…5.</summary>
    private static ReadOnlySpan<int> ByRank => [900, 750, 600, 450, 300];

    public static Reading Rate(Profile offering, Profile wishing)
    {
        var missing = Scale.Full * 100;
        var met = 0;
        foreach (var wish in wishing.Wishes)
        {
            if (offering.Offers.AsSpan().Contains(wish.Topic))
            {
                met++;
                missing -= (int)((long)missing * ByRank[Math.Clamp(wish.Rank, 1, ByRank.Length) - 1] / 1_000);
            }
        }

        return new(met, Scale.Full - (missing + 99) / 100);
    }
}
