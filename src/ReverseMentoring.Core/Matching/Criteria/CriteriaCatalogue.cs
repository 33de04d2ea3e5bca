using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>The one list of all criteria; a new one is one file and one line here.</summary>
public static class CriteriaCatalogue
{
    public static IReadOnlyList<ICriterion> All { get; } = For(MatchingPolicy.Default);

    public static IReadOnlyList<ICriterion> For(MatchingPolicy policy) =>
    [
        new WishesMet(),
        new WishesReturned(),
        new SharedTopics(),
        new SharedHours(),
        new SharedLanguages(),
        new DepartmentDistance(),
        new Locations(policy.PreferNearby),
        new LevelGap(),
        new NewAcquaintance(),
    ];
}
