using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>
/// Means of n answers lie 1/n of a unit apart, and so a finer one tells of how many it can be. Rounded to a fifth of a unit each
/// step can come from any five answers or more, rounded to a tenth from any ten.
/// </summary>
internal readonly record struct Rounding(double Steps)
{
    /// <param name="people">How many answered.</param>
    /// <param name="unit">The step from one answer to the next.</param>
    public static Rounding Of(int people, int unit = 1) => new((people < GroupSizes.NetPromoter ? GroupSizes.Least : GroupSizes.NetPromoter) / (double)unit);

    public double Nearest(double value) => Shown(Math.Round(Math.Round(value * Steps, 6)));

    /// <summary>An interval that holds at least as much.</summary>
    public PublishedInterval Outward(double low, double high) => new(Shown(Math.Floor((low * Steps) + Slack)), Shown(Math.Ceiling((high * Steps) - Slack)));

    /// <summary>What sums of fractions are off by.</summary>
    private const double Slack = 1e-9;

    private double Shown(double steps) => Math.Round(steps / Steps, 1);
}
