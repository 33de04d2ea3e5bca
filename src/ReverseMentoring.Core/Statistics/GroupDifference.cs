using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace ReverseMentoring.Core.Statistics;

/// <summary>By how much the changes of one group lie above those of another, where chance alone has parted the two.</summary>
/// <param name="Mean">The first group's mean change less the second's, in steps of the scale.</param>
/// <param name="Error">Standard error of <paramref name="Mean"/>.</param>
/// <param name="Freedom">Degrees of freedom.</param>
/// <remarks>
/// Neither size nor spread need be alike: Welch's t with his degrees of freedom ("The generalization of 'Student's' problem when several different
/// population variances are involved", Biometrika, 1947), also without looking first whether spreads differ (Delacre, Lakens and Leys, "Why
/// psychologists should by default use Welch's t-test instead of Student's t-test", International Review of Social Psychology, 2017). How often its
/// intervals hold is in <c>CoverageTests</c>.
/// </remarks>
public sealed record GroupDifference(double Mean, double Error, double Freedom) : ITested
{
    private const double Confidence = 0.95;

    /// <summary>Half of the 95 % interval's width; nought where all of each group changed alike.</summary>
    public double Margin => Error > 0 ? StudentT.InvCDF(0, 1, Freedom, (1 + Confidence) / 2) * Error : 0;

    public double Low => Mean - Margin;

    public double High => Mean + Margin;

    public double Chance => Error > 0 ? 2 * StudentT.CDF(0, 1, Freedom, -Math.Abs(Mean) / Error) : Mean == 0 ? 1 : 0;

    /// <param name="one">Changes of those who began: two people at least.</param>
    /// <param name="other">Changes of those who waited: two people at least.</param>
    /// <exception cref="ArgumentException">There are fewer than two in a group.</exception>
    public static GroupDifference Of(IReadOnlyCollection<double> one, IReadOnlyCollection<double> other)
    {
        if (one.Count < 2 || other.Count < 2)
        {
            throw new ArgumentException("A difference has no interval below two people in each group.", nameof(other));
        }

        var (first, second) = (one.Variance() / one.Count, other.Variance() / other.Count);
        var squared = first + second;
        var freedom = squared > 0 ? squared * squared / ((first * first / (one.Count - 1)) + (second * second / (other.Count - 1))) : one.Count + other.Count - 2;
        return new(one.Mean() - other.Mean(), Math.Sqrt(squared), freedom);
    }
}
