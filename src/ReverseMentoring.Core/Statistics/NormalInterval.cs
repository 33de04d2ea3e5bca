using MathNet.Numerics.Distributions;

namespace ReverseMentoring.Core.Statistics;

/// <summary>What intervals of 95 % by the normal distribution have in common.</summary>
internal static class NormalInterval
{
    /// <summary>Standard errors on either side.</summary>
    public static double Errors { get; } = Normal.InvCDF(0, 1, 0.975);
}
