using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Disclosure;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.DrawnWaiting;

/// <summary>What came of it against those who waited stands on the sponsor's sheet and in the report as plainly where it is no success.</summary>
public sealed class ComparedWordsTests
{
    private static readonly CohortId Cohort = new("spring");

    [Theory]
    [InlineData(FigureState.Shown, ChangeWord.Rose, "Mentors: held against those whom the draw made wait, one statement of 1 did better: “I can tell a leader here openly what I think.”. That is the programme's own doing, unless those who did not answer fared differently.")]
    [InlineData(FigureState.Shown, ChangeWord.NotTold, "the one statement that can be compared did no better than chance can explain")]
    [InlineData(FigureState.Shown, ChangeWord.PointsUp, "the one statement that can be compared did no better than chance can explain")]
    [InlineData(FigureState.Shown, ChangeWord.Fell, "one statement did worse than among those who waited: “I can tell a leader here openly what I think.”")]
    [InlineData(FigureState.TooFew, null, "No comparison with those who waited can be shown")]
    public async Task It_says_what_came_of_it(FigureState state, ChangeWord? word, string says)
    {
        await using var host = await ManageHost.Start();
        await Write(host, new(Cells.Mentors, state, state is FigureState.Shown ? 0.5 : null, 5) { Interval = state is FigureState.Shown ? new(0.2, 0.8) : null, Word = word });

        var sheet = (await host.Page($"/manage/cohorts/{Cohort}/sponsor?lang=en")).Body!.TextContent;
        Assert.Contains(says.Replace("Mentors:", "Juniors who teach:", StringComparison.Ordinal), sheet, StringComparison.Ordinal);
        var report = (await host.Page($"/manage/cohorts/{Cohort}/report?lang=en")).Body!.TextContent;
        Assert.Contains(says, report, StringComparison.Ordinal);
        Assert.Contains("12 of 20 never had a partner. A draw made 10 more wait.", report, StringComparison.Ordinal);
    }

    /// <summary>A draw among the juniors says nothing of the leaders, and is a second family of findings beside what changed.</summary>
    [Theory]
    [InlineData(FigureState.Shown, ChangeWord.Rose, "Leaders who learn: nothing here proves that the programme caused what changed.", "5 % at most for what rose or fell, and another 5 % at most for the comparison")]
    [InlineData(FigureState.Shown, ChangeWord.NotTold, "Leaders who learn: nothing here proves that the programme caused what changed.", "down to chance is 5 % at most.")]
    [InlineData(FigureState.TooFew, null, "Nothing here proves that the programme caused it", "down to chance is 5 % at most.")]
    public async Task No_cause_is_claimed_on_the_side_that_no_draw_was_made_among_and_each_risk_is_told(FigureState state, ChangeWord? word, string cause, string risk)
    {
        await using var host = await ManageHost.Start();
        await Write(host, new(Cells.Mentors, state, state is FigureState.Shown ? 0.5 : null, 5) { Interval = state is FigureState.Shown ? new(0.2, 0.8) : null, Word = word });

        var sheet = (await host.Page($"/manage/cohorts/{Cohort}/sponsor?lang=en")).Body!.TextContent;
        Assert.Contains(cause, sheet, StringComparison.Ordinal);
        Assert.Contains(risk, sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_answered_of_either_group_stands_beside_the_comparison()
    {
        await using var host = await ManageHost.Start();
        await Write(host, new(Cells.Mentors, FigureState.Shown, 0.5, 5) { Interval = new(0.2, 0.8), Word = ChangeWord.Rose });

        var report = (await host.Page($"/manage/cohorts/{Cohort}/report?lang=en")).Body!.TextContent;
        // Twenty on the list, of whom twelve had no partner; of ten who waited all but fewer than five.
        Assert.Matches(@"Of those who began, answered at the end\s*6 of the 8 who had a partner", report);
        Assert.Matches(@"Of those who waited, answered at the end\s*at least 6 of 10", report);
        Assert.Contains("where many kept silent in one group or the other", report, StringComparison.Ordinal);
    }

    private static async Task Write(ManageHost host, PublishedFigure compared)
    {
        var (partition, trust, leaders) = (Rows.Partition(Cohort), SurveyedCohort.Item("mentor-trust"), SurveyedCohort.Item("mentee-trust"));
        var settings = new CohortSettings { Name = "Spring", Start = new(2027, 1, 5), DrawnWaitingList = true, Contacts = new(new("Pat Manager", "pat@example.com"), new("Nia Neutral", "nia@example.net")) };
        PublishedFigure rose = new(Cells.Mentors, FigureState.Shown, 0.9, 5) { Interval = new(0.6, 1.2), Word = ChangeWord.Rose };
        await host.Store.Write(
            partition,
            [
                Documents.Insert(Rows.Cohort, new Cohort(Cohort, settings, ManageHost.Begin)),
                Documents.Insert(Rows.State, CycleState.Begin(ManageHost.Begin) with { Phase = PhaseNames.Retention }),
                Documents.Insert(Rows.Report, new Report
                {
                    Cohort = Cohort, Name = settings.Name, At = ManageHost.Begin, Participants = 30, Mentors = 20, Mentees = 10, Phases = [], PairsFormed = 10, Sessions = new(60),
                    Waves = [], Draw = new(Role.Mentor, 10, null),
                }),
                Documents.Insert(PublishedWave.KeyOf(WaveNames.End), new PublishedWave(WaveNames.End, ManageHost.Begin, 5, 
                    [
                        new(WaveCatalogue.Answered, [new(Cells.Mentors, FigureState.Shown, 6, 5) { Of = 8 }]), new(WaveCatalogue.WaitedAnswered, [new(Cells.All, FigureState.NearlyAll, null, 5)]),
                        new(WaveCatalogue.Without, [new(Cells.Mentors, FigureState.Shown, 12, 5) { Of = 20 }]),
                    ], 0)),
                Documents.Insert(PublishedWave.ItemKey(WaveNames.End, 0), new PublishedItem(trust, [new(ItemTables.Change(trust), [rose]), new(ItemTables.Compared(trust), [compared])])),
                Documents.Insert(PublishedWave.ItemKey(WaveNames.End, 1), new PublishedItem(leaders, [new(ItemTables.Change(leaders), [rose with { Cell = Cells.Mentees }])])),
            ]);
    }
}
