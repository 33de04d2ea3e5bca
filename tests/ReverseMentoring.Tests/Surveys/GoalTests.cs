using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Enrolment;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Surveys;

public sealed class GoalTests
{
    [Fact]
    public void Each_that_can_be_chosen_has_words_and_questions_that_measure_it() => Assert.All(Enum.GetValues<GoalKind>(), kind =>
    {
        var goal = new CohortGoal { Chosen = kind };
        Assert.All(ReaderLanguage.Written.Select(tag => ReaderLanguage.Find(tag)!), culture =>
            Assert.True(GoalTexts.Why(goal, culture).Length > 10 && GoalTexts.Different(goal, culture).Length > 10));
        Assert.Contains(StandardItems.All, item => item.IsCompared && goal.Promises.Contains(item.Promise));
    });

    [Theory]
    [InlineData("""{ }""", "goal")]
    [InlineData("""{ "why": "We must." }""", "goal")]
    [InlineData("""{ "why": "We must.", "different": "All." }""", "goal.measuredBy")]
    [InlineData("""{ "chosen": "fame" }""", "goal.chosen")]
    [InlineData("""{ "chosen": "voice", "why": " " }""", "goal.why")]
    public void One_that_says_nothing_or_is_not_measured_is_refused(string goal, string where)
    {
        var (_, findings) = Sample.Plan($$"""{ "name": "Spring", "start": "2026-03-09", "goal": {{goal}} }""", Sample.AdventureWorks);

        Assert.Contains(findings.Errors, error => error.Where == where);
    }

    [Fact]
    public async Task It_stands_in_the_call_on_its_form_and_in_the_report()
    {
        await using var programme = await TestProgramme.Start(
            SmallCompany.Of(1, 1), new { goal = new { why = "Too few of us talk.", different = "More of us talk.", measuredBy = new[] { "trust" } } });
        await programme.TurnTo(5);
        var call = programme.Mails(SmallCompany.Leader(1), "invitation.call-for-topics")[^1];
        Assert.Contains("Why we are doing this: Too few of us talk.", call.Text, StringComparison.Ordinal);
        Assert.Contains("What should be different: More of us talk.", call.Text, StringComparison.Ordinal);
        using var client = new HttpClient();
        Assert.Contains("Too few of us talk.", await client.GetStringAsync(TestProgramme.LinkOf(call)), StringComparison.Ordinal);

        using var report = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/report");
        var page = await report.Content.ReadAsStringAsync();
        Assert.Contains("Too few of us talk.", page, StringComparison.Ordinal);
        Assert.Contains("We will measure this by: Trust.", page, StringComparison.Ordinal);
    }
}
