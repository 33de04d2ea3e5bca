using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.LocalHost.Commands;
using ReverseMentoring.Tests.Forecasting;

namespace ReverseMentoring.Tests.Rehearsing;

public sealed class ForecastLinesTests
{
    [Fact]
    public void Each_figure_stands_at_a_terminal_with_its_name_and_unit()
    {
        var forecast = Forecaster.Make(ForecastTests.Case(16))!;
        var lines = ForecastLines.Of(forecast, inCircles: false).Split('\n');

        Assert.Matches($@"^Mentees with a partner +{forecast.MenteesMatched.Low} to {forecast.MenteesMatched.High}, likely \d+ of 8", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("The report is ready", StringComparison.Ordinal) && line.Contains($"{forecast.Ends.Low:yyyy-MM-dd} to ", StringComparison.Ordinal));
        Assert.Contains("99 were drawn", lines[^1], StringComparison.Ordinal);
        Assert.StartsWith("Mentees in a circle", ForecastLines.Of(forecast, inCircles: true), StringComparison.Ordinal);
    }
}
