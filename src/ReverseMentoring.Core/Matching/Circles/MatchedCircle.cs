using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>A group that meets again and again and takes turns to present.</summary>
/// <param name="Presenters">Mentors first, each side in the order of their ids.</param>
/// <param name="Rota">Who presents what, at each session.</param>
public sealed record MatchedCircle(
    IReadOnlyList<PersonId> Mentors,
    IReadOnlyList<PersonId> Mentees,
    int Score,
    IReadOnlyList<Presenter> Presenters,
    IReadOnlyList<RotaTurn> Rota);

/// <param name="Circles">In the order of their first mentors.</param>
/// <param name="Total">Sum over circles of the scores of all twos that share one.</param>
/// <param name="Bound">No way of grouping these people has a higher total: everybody with their best companions.</param>
/// <param name="WithoutCircle">Who could not be placed by the rules, and why.</param>
/// <param name="LocksApart">Locks of two who share no circle all the same.</param>
public sealed record CircleResult(
    IReadOnlyList<MatchedCircle> Circles,
    long Total,
    long Bound,
    IReadOnlyList<UnmatchedPerson> WithoutCircle,
    IReadOnlyList<PairIds> LocksApart);
