using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>
/// The one list of rules about two people; the minimum score comes last, since it needs the score
/// (<see cref="MinimumScore"/>). Capacity is kept by the solver.
/// </summary>
public static class RuleCatalogue
{
    public const string MinimumScore = "minimum-score";
    public const string Capacity = "capacity";

    public static IReadOnlyList<IRule> For(MatchingPolicy policy) =>
    [
        new ReportingLineRule(),
        new SharedManagerRule(),
        new ForbiddenRule(),
        new EarlierPairRule(policy.AllowRepeatedPairs),
        new LevelGapRule(policy.MinimumLevelGap),
        new LanguageRule(policy.RequireSharedLanguage),
        new SharedHoursRule(policy.MinimumSharedMinutes),
        new FreeSlotsRule(policy.MinimumFreeSlots),
    ];
}
