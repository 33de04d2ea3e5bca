using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Explaining;

namespace ReverseMentoring.Core.Programme;

/// <summary>What a matching came to, for the manager; the pairs and the unmatched are rows of their own.</summary>
/// <param name="Verified">Nothing better exists, given who is kept apart.</param>
[Kept(Rows.Result, KeptFor.Matching, ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record MatchSummary(
    int Round,
    MatchingFigures Figures,
    IReadOnlyList<RuleCost> RuleCosts,
    IReadOnlyList<RefusedLock> RefusedLocks,
    bool Verified,
    DateTimeOffset At)
{
    /// <summary>There are too few pairs to show figures of single ones: a pair's score would tell who was kept apart, and why.</summary>
    public bool HidesFigures { get; init; }
}
