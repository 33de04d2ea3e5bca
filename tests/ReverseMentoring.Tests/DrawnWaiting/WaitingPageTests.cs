using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.DrawnWaiting;

/// <summary>What their own page says to somebody whom a draw made wait: nothing of it before HR has seen the pairs, and then, until the end, what holds.</summary>
public sealed class WaitingPageTests
{
    [Theory]
    [InlineData(PhaseNames.Matching, "It is being settled who meets whom")]
    [InlineData(PhaseNames.Review, "It is being settled who meets whom")]
    [InlineData(PhaseNames.Confirmation, "a draw decided who begins and who waits. You wait")]
    [InlineData(PhaseNames.Sessions, "a draw decided who begins and who waits. You wait")]
    [InlineData(PhaseNames.Feedback, "There is nothing more you need to do")]
    [InlineData(PhaseNames.Retention, "There is nothing more you need to do")]
    public async Task In_each_phase_it_says_what_holds(string phase, string says) => Assert.Contains(says, await Card(Drawn(phase)), StringComparison.Ordinal);

    /// <summary>Who was drawn to wait and who was not read the same, until all may know.</summary>
    [Theory]
    [InlineData(PhaseNames.Matching)]
    [InlineData(PhaseNames.Review)]
    public async Task Before_HR_has_seen_the_pairs_it_says_the_same_to_all(string phase) =>
        Assert.Equal(await Card(Drawn(phase, waits: false)), await Card(Drawn(phase)));

    [Fact]
    public async Task Where_those_who_lost_each_other_are_matched_anew_it_stays_told()
    {
        var cohort = Drawn(PhaseNames.Matching);
        cohort.Put(Rows.State, (await cohort.Find<CycleState>(Rows.State))! with { Past = [new(PhaseNames.Confirmation, SmallCohort.Start, SmallCohort.Start, 1, 0)] });

        Assert.Contains("You wait", await Card(cohort), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_closing_survey_is_open_to_them_it_leads_there()
    {
        var cohort = Drawn(PhaseNames.Feedback);
        cohort.AskInPhase(FormKind.Feedback, SmallCohort.Kim);

        var card = await Card(cohort);
        Assert.Contains("your wait. Only one thing is left", card, StringComparison.Ordinal);
        Assert.Contains("Answer the closing questions", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_found_nobody_without_a_draw_reads_in_the_closing_survey_that_it_is_over() =>
        Assert.Contains("We are no longer looking", await Card(Drawn(PhaseNames.Feedback, waits: false)), StringComparison.Ordinal);

    [Theory]
    [InlineData(PhaseNames.OffersAndWishes, CycleStatus.Running)]
    [InlineData(PhaseNames.Sessions, CycleStatus.Cancelled)]
    public async Task Before_anybody_is_looked_for_and_once_a_cohort_was_ended_it_says_nothing(string phase, CycleStatus status) => Assert.Empty(await Card(Drawn(phase, status: status)));

    private static SmallCohort Drawn(string phase, bool waits = true, CycleStatus status = CycleStatus.Running)
    {
        var cohort = SmallCohort.In(phase, status);
        cohort.Put(Rows.Cohort, cohort.Cohort with { Settings = cohort.Cohort.Settings with { DrawnWaitingList = true } });
        cohort.Put(Rows.Lot + SmallCohort.Kim.Id, new Lot(SmallCohort.Kim.Id, waits));
        return cohort;
    }

    private static async Task<string> Card(SmallCohort cohort)
    {
        await using var site = new FormSite(cohort);
        var page = await site.Get("/f/" + cohort.Token(FormKind.Participation, SmallCohort.Kim));
        return page.Html.QuerySelectorAll("section, .card").FirstOrDefault(card => card.QuerySelector("h2")?.TextContent.Trim() == "Where you stand")?.TextContent ?? "";
    }
}
