using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>How many more would have a circle if one rule did not exist, or circles could be of any size, and all else stood.</summary>
public static class CircleCosts
{
    /// <summary>Stands for the sizes of circles, as a rule's code does for a rule.</summary>
    public const string Size = "circle-size";

    private static readonly (string Code, Func<MatchingPolicy, MatchingPolicy> Without)[] Rules =
    [
        (new LanguageRule(true).Code, policy => policy with { RequireSharedLanguage = false }),
        (new SharedHoursRule(0).Code, policy => policy with { MinimumSharedMinutes = 0 }),
        (new FreeSlotsRule(0).Code, policy => policy with { MinimumFreeSlots = 0 }),
        (new LevelGapRule(null).Code, policy => policy with { MinimumLevelGap = null }),
        (RuleCatalogue.MinimumScore, policy => policy with { MinimumScore = 1 }),
        (Size, policy => policy with { Circles = new() { SmallestSize = CirclePolicy.Fewest, LargestSize = CirclePolicy.Most } }),
    ];

    /// <returns>Only what would bring somebody into a circle; who costs most comes first. Empty where all have one.</returns>
    public static IReadOnlyList<RuleCost> All(MatchingRequest request, CircleResult result) => result.WithoutCircle.Count == 0 ? [] :
    [
        .. Rules.Select(rule => Cost(rule.Code, result, CircleMatcher.Match(request with { Policy = rule.Without(request.Policy) })))
            .Where(cost => cost.Mentees > 0 || cost.Mentors > 0)
            .OrderByDescending(cost => cost.Mentees + cost.Mentors).ThenBy(cost => cost.Rule, StringComparer.Ordinal),
    ];

    private static RuleCost Cost(string code, CircleResult now, CircleResult then) => new(
        code, Math.Max(0, Without(now, Role.Mentee) - Without(then, Role.Mentee)), Math.Max(0, Without(now, Role.Mentor) - Without(then, Role.Mentor)));

    private static int Without(CircleResult result, Role role) => result.WithoutCircle.Count(person => person.Role == role);
}
