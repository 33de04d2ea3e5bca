using System.Globalization;
using System.Text;

namespace ReverseMentoring.Web.DesignSystem.Charts;

/// <summary>Figures on a plane of 1000 by 300, zero at the bottom.</summary>
/// <param name="Top">The figure at the upper edge: 1, 2 or 5 times a power of ten.</param>
/// <param name="Count">How many points there are along.</param>
public sealed record LinePlot(double Top, int Count)
{
    private const double Width = 1000;
    private const double Height = 300;

    private static readonly double[] RoundSteps = [1, 2, 5, 10];

    public static LinePlot Create(IReadOnlyList<Series> series, int count) =>
        new(RoundUp(series.SelectMany(one => one.Values).Max() ?? 0), count);

    /// <summary>An SVG path; where a figure is missing the line stops and starts again.</summary>
    public string Path(Series series)
    {
        var path = new StringBuilder();
        var draws = false;
        for (var at = 0; at < series.Values.Count; at++)
        {
            if (series.Values[at] is not { } value)
            {
                draws = false;
                continue;
            }

            var along = Count < 2 ? Width / 2 : Width * at / (Count - 1);
            var down = Height - (Height * Math.Clamp(value / Top, 0, 1));
            path.Append(CultureInfo.InvariantCulture, $"{(draws ? 'L' : 'M')}{along:0.#} {down:0.#}");
            draws = true;
        }

        return path.ToString();
    }

    private static double RoundUp(double largest)
    {
        if (largest <= 0)
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        return RoundSteps.Select(step => step * power).First(step => step >= largest - (power * 1e-9));
    }
}
