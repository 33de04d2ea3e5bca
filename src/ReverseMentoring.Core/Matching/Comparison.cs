using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching;

/// <summary>Two results side by side, before a change is saved.</summary>
/// <param name="Gone">Pairs of the first result only.</param>
/// <param name="New">Pairs of the second result only.</param>
/// <param name="NoLongerMatched">People with a partner in the first result only.</param>
/// <param name="NewlyMatched">People with a partner in the second result only.</param>
public sealed record Comparison(
    MatchingFigures Before,
    MatchingFigures After,
    IReadOnlyList<PairIds> Gone,
    IReadOnlyList<PairIds> New,
    IReadOnlyList<PersonId> NoLongerMatched,
    IReadOnlyList<PersonId> NewlyMatched)
{
    public static Comparison Between(MatchingResult before, MatchingResult after)
    {
        PairIds[] first = [.. before.Pairs.Select(pair => pair.Ids)];
        PairIds[] second = [.. after.Pairs.Select(pair => pair.Ids)];
        var (matchedFirst, matchedSecond) = (People(first), People(second));
        return new(
            before.ToldFigures,
            after.ToldFigures,
            [.. first.Except(second)],
            [.. second.Except(first)],
            [.. matchedFirst.Except(matchedSecond)],
            [.. matchedSecond.Except(matchedFirst)]);
    }

    private static PersonId[] People(PairIds[] pairs) =>
        [.. pairs.Select(pair => pair.Mentor).Concat(pairs.Select(pair => pair.Mentee)).Distinct().Order()];
}
