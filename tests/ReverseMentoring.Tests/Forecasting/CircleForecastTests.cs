using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Tests.Forecasting;

/// <summary>What circles do otherwise than pairs is in their forecast: it was measured against cohorts that were played.</summary>
public sealed class CircleForecastTests
{
    /// <summary>Nobody is silent, leaves or moves anything: what is left is what a test is about.</summary>
    private static readonly Habits Sure = Habits.Usual with { Silent = 0, Answers = 0.999, Cancels = 0, Moves = 0, Misses = 0, Leaves = 0, CohortsDiffer = 0, PeopleDiffer = 0 };

    [Fact]
    public void Who_can_t_come_and_says_so_in_the_form_may_take_another_time_for_all_who_are_told()
    {
        var (form, calendar) = (Of(Sure with { Cancels = 0.4, ByCalendar = 0 }), Of(Sure with { Cancels = 0.4, ByCalendar = 1 }));

        Assert.True(form.MailsPerPerson.Likely > calendar.MailsPerPerson.Likely + 0.5, $"{form.MailsPerPerson} {calendar.MailsPerPerson}");
    }

    [Fact]
    public void A_session_to_which_nobody_came_is_tried_again_day_by_day_and_hardly_ever_lost()
    {
        var (kept, missed) = (Of(Sure), Of(Sure with { Misses = 0.3 }));

        Assert.True(missed.SessionsHeld.Likely >= kept.SessionsHeld.Likely * 0.97, $"{kept.SessionsHeld} {missed.SessionsHeld}");
        Assert.True(missed.MailsPerPerson.Likely > kept.MailsPerPerson.Likely + 1);
    }

    private static Forecast Of(Habits habits)
    {
        var pairs = ForecastTests.Case(24);
        return Forecaster.Make(pairs with
        {
            Cohort = pairs.Cohort with { Settings = pairs.Cohort.Settings with { Matching = pairs.Cohort.Settings.Matching with { Circles = new CirclePolicy() } } },
            Habits = habits,
        })!;
    }
}
