namespace ReverseMentoring.Core.Statistics;

/// <summary>
/// What a change would be among all who were asked, had those who kept silent ended at the lowest or at the highest step: without any
/// guess about them it can lie anywhere between (Horowitz and Manski, "Nonparametric analysis of randomized experiments with missing
/// covariate and outcome data", Journal of the American Statistical Association, 2000).
/// </summary>
/// <param name="Worst">In steps of the scale.</param>
/// <param name="Best">In steps of the scale.</param>
public sealed record SilenceBounds(double Worst, double Best)
{
    /// <param name="change">Of those who answered.</param>
    /// <param name="answered">How many they are.</param>
    /// <param name="silent">How many were asked and did not answer.</param>
    /// <param name="began">Where the silent ones had begun.</param>
    /// <param name="lowest">The scale's first step.</param>
    /// <param name="highest">The scale's last step.</param>
    public static SilenceBounds Of(double change, int answered, int silent, double began, int lowest, int highest)
    {
        return new(Mixed(lowest), Mixed(highest));

        double Mixed(int ended) => ((change * answered) + ((ended - began) * silent)) / (answered + silent);
    }
}
