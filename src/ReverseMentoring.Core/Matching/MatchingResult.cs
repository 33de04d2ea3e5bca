using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching;

/// <summary>Ids and figures only; the same for the same request in any order.</summary>
public sealed record MatchingResult
{
    /// <summary>By mentor, then mentee.</summary>
    public required IReadOnlyList<MatchedPair> Pairs { get; init; }

    public required MatchingFigures Figures { get; init; }

    /// <summary>The same without the scores of pairs that the manager has locked, which would tell whether both have answered.</summary>
    public MatchingFigures ToldFigures => Figures with { Total = Pairs.Where(pair => !pair.Locked).Sum(pair => (long)(pair.Score ?? 0)) };

    public required IReadOnlyList<UnmatchedPerson> Unmatched { get; init; }

    /// <summary>What each rule costs in people; only rules that cost somebody.</summary>
    public required IReadOnlyList<RuleCost> RuleCosts { get; init; }

    public required IReadOnlyList<RefusedLock> RefusedLocks { get; init; }

    public required DualPrices Prices { get; init; }

    /// <summary>Whether the independent checker has proven that nothing better exists, given who is kept apart.</summary>
    public required bool Verified { get; init; }
}

/// <summary>The aims in their order.</summary>
/// <param name="Kept">Running pairs that go on.</param>
/// <param name="Mentees">Mentees with a mentor.</param>
/// <param name="Mentors">Mentors with a mentee.</param>
/// <param name="Worst">Lowest score among pairs neither locked nor kept; null without such a pair.</param>
/// <param name="Total">Sum of the scores that are shown.</param>
public sealed record MatchingFigures(int Kept, int Mentees, int Mentors, int Pairs, int? Worst, long Total);

/// <summary>The prices that prove the total: a pair's score less both prices is what it would add, and never more than nothing.</summary>
public sealed record DualPrices(IReadOnlyDictionary<PersonId, long> Mentors, IReadOnlyDictionary<PersonId, long> Mentees);
