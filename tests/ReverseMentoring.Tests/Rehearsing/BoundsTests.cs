using System.CommandLine;
using ReverseMentoring.LocalHost.Commands;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>An option that makes no sense is refused by its name and what it may be, and nothing runs.</summary>
public sealed class BoundsTests
{
    [Theory]
    [InlineData("--seeds", "0", "--seeds takes 1 to 10000, not 0.")]
    [InlineData("--effect", "9", "--effect takes -4 to 4, not 9.")]
    [InlineData("--effect", "NaN", "--effect takes -4 to 4, not NaN.")]
    public void A_forecast_takes_what_makes_sense(string option, string value, string problem) =>
        Assert.Equal(problem, Assert.Single(Of(ForecastCommand.Make(), option, value)));

    [Theory]
    [InlineData("--answers", "1.5", "--answers takes 0 to 1, not 1.5.")]
    [InlineData("--delay-days", "-1", "--delay-days takes 0 to 60, not -1.")]
    [InlineData("--generate", "0", "--generate takes 2 to 100000, not 0.")]
    [InlineData("--mails-per-hour", "0", "--mails-per-hour takes 1 to 1000000, not 0.")]
    public void So_does_a_rehearsal(string option, string value, string problem) => Assert.Equal(problem, Assert.Single(Of(RehearseCommand.Make(), option, value)));

    [Fact]
    public void What_lies_within_is_taken()
    {
        Assert.Empty(Of(ForecastCommand.Make(), "--seeds", "200"));
        Assert.Empty(Of(RehearseCommand.Make(), "--effect", "-4"));
    }

    private static IEnumerable<string> Of(Command command, string option, string value) =>
        command.Parse([typeof(BoundsTests).Assembly.Location, option, value]).Errors.Select(error => error.Message);
}
