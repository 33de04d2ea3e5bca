using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Enrolment;

namespace ReverseMentoring.Tests.Forecasting;

/// <summary>What a forecast says, and what moves it.</summary>
public sealed class ForecastTests
{
    private static readonly ForecastCase Company = Case(16);

    [Fact]
    public void The_same_case_and_seed_give_the_same_forecast_and_another_seed_one_that_is_much_alike()
    {
        var (one, again, other) = (Forecaster.Make(Company)!, Forecaster.Make(Company)!, Forecaster.Make(Company, 2)!);

        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
        Assert.InRange(Math.Abs(one.SessionsHeld.Likely - other.SessionsHeld.Likely), 0, 15);
    }

    [Fact]
    public void Nobody_beyond_the_list_is_matched_and_no_range_is_upside_down()
    {
        var forecast = Forecaster.Make(Company)!;

        Assert.Equal((8, 8, 99), (forecast.Mentors, forecast.Mentees, forecast.Draws));
        Assert.InRange(forecast.MenteesMatched.Low, 1, forecast.MenteesMatched.Likely);
        Assert.InRange(forecast.MenteesMatched.High, forecast.MenteesMatched.Likely, 8);
        Assert.InRange(forecast.SessionsHeld.High, forecast.SessionsHeld.Low, 8 * 6);
        Assert.True(forecast.Ends.Low >= Company.Cohort.Settings.Start.AddDays(5 * 21));
        Assert.True(forecast.Ends.High >= forecast.Ends.Low);
    }

    [Fact]
    public void Where_nobody_answers_there_is_nobody_to_match()
    {
        var forecast = Forecaster.Make(Company with { Habits = Habits.Usual with { Silent = 1 } })!;

        Assert.Equal((0, 0, 0), (forecast.MenteesMatched.High, forecast.SessionsHeld.High, forecast.ShowsChanges));
        Assert.Null(forecast.Precision);
    }

    [Fact]
    public void Two_settings_are_compared_by_what_they_change()
    {
        var settings = Company.Cohort.Settings;
        var half = Forecaster.Make(With(settings with { Sessions = settings.Sessions with { Sessions = 3 } }))!;
        var strict = Forecaster.Make(With(settings with { Matching = settings.Matching with { MinimumScore = 7500 } }))!;
        var usual = Forecaster.Make(Company)!;

        Assert.True(half.SessionsHeld.Likely < usual.SessionsHeld.Low);
        Assert.True(half.Ends.High < usual.Ends.Low);
        Assert.True(strict.MenteesMatched.Likely < usual.MenteesMatched.Likely);
    }

    [Fact]
    public void A_planted_effect_is_found_more_often_the_larger_it_is_and_none_hardly_ever()
    {
        var keen = Habits.Usual with { Surveys = 0.9, Silent = 0, Disappoints = 0 };
        var shares = new[] { 0.0, 0.5, 1.5 }.Select(effect => Forecaster.Make(Case(60) with { Habits = keen with { Effect = effect } })!.Found).ToArray();

        Assert.InRange(shares[0], 0, 0.05);
        Assert.True(shares[0] < shares[1] && shares[1] < shares[2] && shares[2] > 0.5, string.Join(' ', shares));
    }

    [Fact]
    public void More_answers_make_the_report_more_exact()
    {
        var (few, many) = (Of(0.3), Of(0.9));

        Assert.True(many.Precision!.High < few.Precision!.Likely, $"{few.Precision} {many.Precision}");

        static Forecast Of(double answers) => Forecaster.Make(Case(60) with { Habits = Habits.Usual with { Surveys = answers } })!;
    }

    [Fact]
    public void In_the_review_the_pairs_that_were_found_go_on()
    {
        var (mentors, mentees) = (Ids(Role.Mentor), Ids(Role.Mentee));
        var reviewed = Company with { Reviewed = new([.. mentors.Zip(mentees).Take(3).Select(pair => new PairIds(pair.First, pair.Second))], new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero)) };
        var sure = Forecaster.Make(reviewed with { Habits = Habits.Usual with { Silent = 0, Answers = 0.999, Declines = 0, Leaves = 0, CohortsDiffer = 0, PeopleDiffer = 0 } })!;

        Assert.Equal(3, sure.MenteesMatched.Low);
        Assert.True(sure.Ends.Low > new DateOnly(2026, 8, 1));
    }

    [Fact]
    public void Of_too_many_people_nothing_is_said() => Assert.Null(Forecaster.Make(Case(Forecaster.MostPeople + 2)));

    private static PersonId[] Ids(Role role) => [.. Company.People.Where(person => person.Role == role).Select(person => person.Id)];

    private static ForecastCase With(CohortSettings settings) => Company with { Cohort = Company.Cohort with { Settings = settings } };

    /// <summary>Half mentors, each under a boss of theirs, and half leaders.</summary>
    internal static ForecastCase Case(int people) => ForecastCases.Of(Sample.Plan(new
    {
        name = "Spring",
        start = "2026-03-09",
        participants = Enumerable.Range(0, people / 2).SelectMany(number => new[]
        {
            Sample.Person($"boss{number}", null, 3), Sample.Person($"mentor{number}", "mentor", 1, $"boss{number}"), Sample.Person($"leader{number}", "mentee", 4),
        }),
    }).Plan!);
}
