namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>
/// What each inconvenience of a series costs, in points. With the usual weights one point is a start one day later,
/// and another local time is as bad as being five days off the wished distance.
/// </summary>
public sealed record SeriesWeights
{
    /// <summary>Per day between the earliest start and the first session.</summary>
    public int Start { get; init; } = 1;

    /// <summary>Times the square of the days by which a distance differs from the wished one.</summary>
    public int Spacing { get; init; } = 1;

    /// <summary>For each session on another weekday than the one before.</summary>
    public int Weekday { get; init; } = 6;

    /// <summary>Times the square of a person's <see cref="Burden"/>, for each session and person.</summary>
    public int Burden { get; init; } = 4;

    /// <summary>For each session at another local time than the one before, on the clock that the series keeps.</summary>
    public int LocalTime { get; init; } = 25;

    /// <summary>
    /// For each raster step by which the same person is worse off than the best-placed one in two sessions running.
    /// At four steps (7:00 instead of 9:00) it outweighs <see cref="LocalTime"/>, so that the early hour goes round.
    /// </summary>
    public int Fairness { get; init; } = 10;
}
