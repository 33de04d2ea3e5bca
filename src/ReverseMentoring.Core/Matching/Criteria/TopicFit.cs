using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>
/// How well offers meet wishes. Each wish that is met closes a share of what is still missing (rank × level),
/// so that a first wish met by an expert weighs most, further ones add less and less, and nothing passes the full scale.
/// </summary>
internal static class TopicFit
{
    /// <summary>Per mille of what is missing, by rank 1…5.</summary>
    private static ReadOnlySpan<int> ByRank => [900, 750, 600, 450, 300];

    /// <summary>Per mille, by level 1…3.</summary>
    private static ReadOnlySpan<int> ByLevel => [600, 800, 1000];

    public static Reading Rate(Profile offering, Profile wishing)
    {
        var missing = Scale.Full * 100;
        var met = 0;
        foreach (var wish in wishing.Wishes)
        {
            foreach (var offer in offering.Offers)
            {
                if (offer.Topic == wish.Topic)
                {
                    met++;
                    var rank = ByRank[Math.Clamp(wish.Rank, 1, ByRank.Length) - 1];
                    var level = ByLevel[Math.Clamp(offer.Level, 1, ByLevel.Length) - 1];
                    missing -= (int)((long)missing * rank * level / 1_000_000);
                    break;
                }
            }
        }

        return new(met, Scale.Full - (missing + 99) / 100);
    }
}
