using ReverseMentoring.Core.Forecasting;

namespace ReverseMentoring.Tests.Forecasting;

/// <summary>What holds a forecast against what came of it tells a good one from a bad one, of figures with few values too.</summary>
public sealed class CalibrationTests
{
    private static readonly IReadOnlyList<CohortOutcome> Drawn = Forecaster.Draw(ForecastTests.Case(16), 199);

    [Fact]
    public void Of_cohorts_like_those_that_were_drawn_four_in_five_lie_within()
    {
        var coverages = Calibration.Measure(Drawn, Forecaster.Draw(ForecastTests.Case(16), 199, seed: 7));

        Assert.Equal(["mentees matched", "mentors matched", "sessions held", "end", "mails a person", "precision"], coverages.Select(coverage => coverage.Figure));
        // So small a company hardly ever shows a change: of the few that do nothing can be said.
        var measured = coverages.Where(coverage => coverage.Cohorts > 100).ToArray();
        Assert.InRange(measured.Length, 5, 6);
        Assert.All(measured, coverage => Assert.InRange(coverage.Within, 0.7, 0.9));
        Assert.All(measured, coverage => Assert.True(coverage.Inside >= coverage.Within - 0.05));
    }

    [Fact]
    public void Where_people_are_otherwise_than_was_assumed_it_shows()
    {
        var lazy = ForecastTests.Case(16) with { Habits = Habits.Usual with { Answers = 0.45 } };
        var coverages = Calibration.Measure(Drawn, Forecaster.Draw(lazy, 99, seed: 7));

        Assert.True(coverages.Single(coverage => coverage.Figure == "sessions held").Within < 0.6);
    }

    [Fact]
    public void A_forecast_that_is_surer_than_chance_lets_it_be_holds_too_seldom()
    {
        var sure = Drawn.OrderBy(one => one.Held).Skip(70).Take(60).ToArray();

        Assert.True(Calibration.Measure(sure, Drawn).Single(coverage => coverage.Figure == "sessions held").Within < 0.6);
    }
}
