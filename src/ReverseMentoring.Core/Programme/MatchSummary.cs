using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Explaining;

namespace ReverseMentoring.Core.Programme;

/// <summary>What a matching came to, for the manager; the pairs and the unmatched are rows of their own.</summary>
public sealed record MatchSummary(
    int Round,
    MatchingFigures Figures,
    IReadOnlyList<RuleCost> RuleCosts,
    IReadOnlyList<RefusedLock> RefusedLocks,
    bool Verified,
    DateTimeOffset At);
