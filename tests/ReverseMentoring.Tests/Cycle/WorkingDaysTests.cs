using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>Dates that make sense: no weekend, no holiday, nothing while the company is closed.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Usual = new(null, [new(new(2027, 3, 26), new(2027, 3, 26)), new(new(2027, 3, 29), new(2027, 3, 29))]);

    [Theory]
    [InlineData("2027-03-24", 1, "2027-03-25")]
    [InlineData("2027-03-24", 2, "2027-03-30")]
    [InlineData("2027-03-25", 3, "2027-03-30")]
    [InlineData("2027-12-20", 7, "2028-01-05")]
    [InlineData("2027-12-22", 1, "2027-12-23")]
    [InlineData("2027-12-23", 0, "2027-12-23")]
    public void Days_to_answer_end_on_a_working_day_and_do_not_run_out_while_the_company_is_closed(string from, int days, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), Usual.Last(DateOnly.Parse(from, null), days));

    [Theory]
    [InlineData("2027-03-01", "2027-03-09")]
    [InlineData("2027-03-19", "2027-03-31")]
    [InlineData("2027-12-20", "2028-01-05")]
    public void A_working_week_lies_between_the_yes_and_the_first_session(string yes, string first) =>
        Assert.Equal(DateOnly.Parse(first, null), Usual.After(DateOnly.Parse(yes, null), 5));

    [Fact]
    public void No_day_at_all_ends_badly_whatever_lists_say()
    {
        var never = new WorkingDays([new(DateOnly.MinValue, DateOnly.MaxValue)], []);

        Assert.True(never.Last(new(2027, 1, 4), 10) > new DateOnly(2027, 1, 4));
        Assert.Equal(new(2027, 1, 4), never.OnOrAfter(new(2027, 1, 4)));
    }

    [Fact]
    public void Reminders_come_on_working_days_before_the_last()
    {
        var cohort = SmallCohort.In(PhaseNames.CallForTopics).Cohort with { Holidays = [new(new(2026, 4, 3), new(2026, 4, 6))] };

        var deadline = new Deadline(cohort, new(2026, 3, 31, 8, 0, 0, TimeSpan.Zero), 7);

        Assert.Equal(new(2026, 4, 7), cohort.Zone.DateAt(deadline.End.AddMinutes(-1)));
        Assert.Equal([new(2026, 4, 2)], deadline.Reminders.Select(cohort.Zone.DateAt));
    }

    [Fact]
    public async Task A_cohort_that_would_begin_and_go_on_at_weekends_waits_for_working_days()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2), new { start = "2027-01-09" });
        await programme.TurnTo(10);
        Assert.Equal(PhaseNames.Preparation, await programme.Phase());
        await programme.TurnTo(11);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());

        await programme.TurnTo(16);
        foreach (var who in FormScenario.Everybody(2, 2))
        {
            await programme.ChoosesTopics(who);
        }

        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        await programme.TurnTo(18, 7);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        await programme.TurnTo(18, 8);
        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
    }

    /// <summary>The survey too: when its last answer comes on a Sunday, it is over on Monday morning.</summary>
    [Fact]
    public async Task The_closing_survey_does_not_end_on_a_weekend()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { sessions = new { sessions = 1 } });
        await programme.UntilSessions(1, 1);
        await programme.Command("close");
        Assert.Equal(PhaseNames.Feedback, await programme.Phase());
        var sunday = programme.Time.Now.AddDays(7 - (int)programme.Time.Now.DayOfWeek);
        await programme.Time.TurnTo(sunday);
        foreach (var who in FormScenario.Everybody(1, 1))
        {
            await programme.Feeds(who);
        }

        Assert.Equal((DayOfWeek.Sunday, PhaseNames.Feedback), (programme.Time.Now.DayOfWeek, await programme.Phase()));
        await programme.Time.TurnTo(sunday.AddDays(1));
        var survey = (await programme.State()).Past.Single(past => past.Name == PhaseNames.Feedback);
        Assert.Equal(DayOfWeek.Monday, survey.ClosedAt.DayOfWeek);
    }

    [Fact]
    public async Task What_a_manager_wants_now_begins_now()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.TurnTo(9);
        await programme.Command("close");

        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
    }
}
