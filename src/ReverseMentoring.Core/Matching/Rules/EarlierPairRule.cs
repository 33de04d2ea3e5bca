using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>A pair of an earlier cohort has had its time, in whichever roles.</summary>
internal sealed class EarlierPairRule(bool allowed) : IRule
{
    public string Code => "earlier-pair";

    public bool Excludes(Profile mentor, Profile mentee) =>
        !allowed && mentee.EarlierPartners.AsSpan().Contains(mentor.Node);
}
