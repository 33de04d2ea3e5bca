namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>A group that meets every week and takes turns to present.</summary>
/// <param name="Topics">Topics that somebody here can bring and somebody else here wants, most wanted first.</param>
public sealed record Circle(
    IReadOnlyList<string> Mentors, IReadOnlyList<string> Mentees, int Score, IReadOnlyList<string> Topics, IReadOnlyList<Turn> Rota);

/// <summary>One presentation; juniors and seniors alternate, one every other week.</summary>
/// <param name="Week">From 1.</param>
/// <param name="Topic">What the presenter can bring and most others want; null if the presenter has offered nothing.</param>
public sealed record Turn(int Week, string Presenter, string? Topic);

/// <param name="Total">Sum over circles of the scores of all twos that share one.</param>
/// <param name="Bound">No way of grouping these people has a higher total: everybody with their best companions.</param>
/// <param name="WithoutCircle">Who could not be placed by the rules.</param>
public sealed record CircleResult(IReadOnlyList<Circle> Circles, long Total, long Bound, IReadOnlyList<string> WithoutCircle);
