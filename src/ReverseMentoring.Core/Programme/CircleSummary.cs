using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Programme;

/// <summary>What a matching into circles came to, for the manager; the circles and those without one are rows of their own.</summary>
/// <param name="Total">Sum of the scores of all twos that share a circle.</param>
/// <param name="Bound">No way of grouping these people has a higher total.</param>
/// <param name="RuleCosts">How many more would have a circle without one rule, or with circles of any size.</param>
/// <param name="LocksApart">Two whom the manager wants together and who could not be brought into one circle.</param>
[Kept(Key, KeptFor.Matching, ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record CircleSummary(
    int Round, int Circles, int People, int WithoutCircle, long Total, long Bound, IReadOnlyList<RuleCost> RuleCosts, IReadOnlyList<PairIds> LocksApart, DateTimeOffset At)
{
    public const string Key = "circle-result";
}
