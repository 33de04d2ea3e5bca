namespace ReverseMentoring.Core.Statistics;

/// <summary>A net promoter score with its 95 % interval, each from −100 to 100.</summary>
/// <param name="Score">Share of 9 and 10 less share of 0 to 6, per cent.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
/// <remarks>
/// The interval is the adjusted Wald: as if three people more had answered, three quarters of one a promoter and as much a detractor
/// (Rocks, "Interval estimation for the net promoter score", The American Statistician, 2016). The plain one covers 86 to 94 % where few answer.
/// </remarks>
public sealed record PromoterScore(double Score, double Low, double High)
{
    private const double More = 3;
    private const double MoreOfEach = 0.75;

    /// <summary>The least grade of a promoter.</summary>
    public const int Promotes = 9;

    /// <summary>The highest grade of a detractor.</summary>
    public const int Detracts = 6;

    /// <summary>What an answer from 0 to 10 counts.</summary>
    public static double Count(double answer) => answer >= Promotes ? 100 : answer <= Detracts ? -100 : 0;

    /// <param name="promoters">How many answered 9 or 10.</param>
    /// <param name="detractors">How many answered 0 to 6.</param>
    /// <param name="people">How many answered: at least one.</param>
    public static PromoterScore Of(int promoters, int detractors, int people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        var all = people + More;
        var (up, down) = ((promoters + MoreOfEach) / all, (detractors + MoreOfEach) / all);
        var margin = NormalInterval.Errors * Math.Sqrt((up + down - Math.Pow(up - down, 2)) / all);
        return new(
            100.0 * (promoters - detractors) / people,
            Math.Max(-100, 100 * (up - down - margin)),
            Math.Min(100, 100 * (up - down + margin)));
    }
}
