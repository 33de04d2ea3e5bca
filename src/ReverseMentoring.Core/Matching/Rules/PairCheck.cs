using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>All rules and the score of one pair.</summary>
internal sealed class PairCheck
{
    private readonly IRule[] rules;
    private readonly Scorer scorer;
    private readonly int minimumScore;

    public PairCheck(MatchingPolicy policy)
    {
        rules = [.. RuleCatalogue.For(policy)];
        scorer = new Scorer(policy);
        minimumScore = policy.MinimumScore;
        Codes = [.. rules.Select(rule => rule.Code), RuleCatalogue.MinimumScore];
    }

    /// <summary>Rule codes; bit n of a mask stands for the n-th.</summary>
    public IReadOnlyList<string> Codes { get; }

    public Scorer Scorer => scorer;

    /// <summary>The score if every rule allows the pair, else -1.</summary>
    public int Allowed(Profile mentor, Profile mentee)
    {
        foreach (var rule in rules)
        {
            if (rule.Excludes(mentor, mentee))
            {
                return -1;
            }
        }

        var score = scorer.Score(mentor, mentee);
        return score >= minimumScore ? score : -1;
    }

    /// <returns>The code of the first rule in a mask; null: there is none in it.</returns>
    public string? FirstIn(int mask) => mask == 0 ? null : Codes[int.TrailingZeroCount(mask)];

    /// <summary>Every rule that excludes the pair.</summary>
    public int Mask(Profile mentor, Profile mentee)
    {
        var mask = MaskBeforeScores(mentor, mentee);
        return scorer.Score(mentor, mentee) >= minimumScore ? mask : mask | 1 << rules.Length;
    }

    /// <summary>Every rule that excludes the pair whatever people offer and wish.</summary>
    public int MaskBeforeScores(Profile mentor, Profile mentee)
    {
        var mask = 0;
        for (var index = 0; index < rules.Length; index++)
        {
            mask |= rules[index].Excludes(mentor, mentee) ? 1 << index : 0;
        }

        return mask;
    }
}
