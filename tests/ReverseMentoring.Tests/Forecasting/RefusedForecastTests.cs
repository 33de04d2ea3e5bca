using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.LocalHost.Demo;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.Tests.Forecasting;

/// <summary>A cohort that could not be started has no forecast, and whoever asks for one at a terminal is told why.</summary>
public sealed class RefusedForecastTests
{
    [Theory]
    [InlineData("""{ "name": "Broken" """)]
    [InlineData("no JSON")]
    [InlineData("[]")]
    public async Task Settings_that_are_no_JSON_are_refused_in_words(string settings)
    {
        var findings = new Findings();

        Assert.Null(await PlayedCohorts.CaseOf(new(SampleCohort.People, settings), Habits.Usual, findings, default));
        Assert.NotEmpty(findings.Errors);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_named()
    {
        var findings = new Findings();
        var plan = new RehearsalPlan(SampleCohort.People, """{ "name": "Long", "sessions": { "sessions": 61 } }""");

        Assert.Null(await PlayedCohorts.CaseOf(plan, Habits.Usual, findings, default));
        Assert.Contains(findings.Errors, error => error.Where == "sessions.sessions" && error.Mend.Contains("60", StringComparison.Ordinal));
    }
}
