namespace ReverseMentoring.Core.Forecasting;

/// <summary>How often a forecast's ranges hold in cohorts that were played.</summary>
/// <param name="Figure">One of the forecast's figures.</param>
/// <param name="Within">Share of cohorts that lie within the range; an outcome on its edge, of which there are many where few are possible, counts by the part of its chance that lies within.</param>
/// <param name="Inside">Share of cohorts that lie within or on the edge.</param>
/// <param name="Cohorts">How many were compared.</param>
/// <param name="Low">The range's lower end; of a date the day's number.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Played">The median of what was played.</param>
/// <param name="Drawn">The median of what was drawn.</param>
public sealed record Coverage(string Figure, double Within, double Inside, int Cohorts, double Low, double High, double Played, double Drawn);

/// <summary>Compares what was drawn with what came of cohorts that were played as a whole.</summary>
/// <remarks>
/// Of a figure that takes few values a range holds more often than it says, since one value alone may have half of the chance. So each outcome
/// is spread evenly over the chance that the forecast gave it (the non-randomised probability integral transform: Czado, Gneiting and Held, "Predictive model
/// assessment for count data", Biometrics, 2009): of a forecast that is right, four in five lie within, whatever the figure.
/// </remarks>
public static class Calibration
{
    /// <summary>The figure that is a date, as its day's number.</summary>
    public const string End = "end";

    private const double Tail = 0.1;

    private static readonly (string Figure, Func<CohortOutcome, double?> Read)[] Figures =
    [
        ("mentees matched", one => one.Mentees),
        ("mentors matched", one => one.Mentors),
        ("sessions held", one => one.Held),
        (End, one => one.Ends.DayNumber),
        ("mails a person", one => one.Mails),
        ("precision", one => one.Margin),
    ];

    public static IReadOnlyList<Coverage> Measure(IReadOnlyList<CohortOutcome> drawn, IReadOnlyList<CohortOutcome> played) =>
    [
        .. from figure in Figures
           let draws = drawn.Select(figure.Read).OfType<double>().Order().ToArray()
           let outcomes = played.Select(figure.Read).OfType<double>().ToArray()
           where draws.Length > 0 && outcomes.Length > 0
           select new Coverage(figure.Figure, outcomes.Average(outcome => Within(draws, outcome)), outcomes.Average(outcome => IsInside(draws, outcome) ? 1.0 : 0), outcomes.Length,
               draws[TailOf(draws) - 1], draws[^TailOf(draws)], outcomes.Order().ElementAt(outcomes.Length / 2), draws[draws.Length / 2]),
    ];

    /// <summary>The part between the tails of the chance that the draws, and the outcome itself as one more, give to it.</summary>
    private static double Within(double[] draws, double outcome)
    {
        var all = draws.Length + 1.0;
        var (low, high) = (draws.Count(draw => draw < outcome) / all, (draws.Count(draw => draw <= outcome) + 1) / all);
        return Math.Max(0, Math.Min(high, 1 - Tail) - Math.Max(low, Tail)) / (high - low);
    }

    private static bool IsInside(double[] draws, double outcome) => outcome >= draws[TailOf(draws) - 1] && outcome <= draws[^TailOf(draws)];

    private static int TailOf(double[] draws) => Math.Max(1, (int)Math.Round((draws.Length + 1) * Tail));
}
