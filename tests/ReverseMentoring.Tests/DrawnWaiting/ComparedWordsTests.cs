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
    [InlineData(FigureState.Shown, ChangeWord.Rose, "one statement rose more: that is the programme's own doing")]
    [InlineData(FigureState.Shown, ChangeWord.NotTold, "no statement rose more than chance can explain")]
    [InlineData(FigureState.Shown, ChangeWord.PointsUp, "no statement rose more than chance can explain")]
    [InlineData(FigureState.Shown, ChangeWord.Fell, "one statement rose less or fell")]
    [InlineData(FigureState.TooFew, null, "No comparison with those who waited can be shown")]
    public async Task It_says_what_came_of_it(FigureState state, ChangeWord? word, string says)
    {
        await using var host = await ManageHost.Start();
        await Write(host, new(Cells.Mentors, state, state is FigureState.Shown ? 0.5 : null, 5) { Interval = state is FigureState.Shown ? new(0.2, 0.8) : null, Word = word });

        Assert.Contains(says, (await host.Page($"/manage/cohorts/{Cohort}/sponsor?lang=en")).Body!.TextContent, StringComparison.Ordinal);
        var report = (await host.Page($"/manage/cohorts/{Cohort}/report?lang=en")).Body!.TextContent;
        Assert.Contains(says, report, StringComparison.Ordinal);
        Assert.Contains("12 of 20 never had a partner. A draw made 10 more wait.", report, StringComparison.Ordinal);
    }

    private static async Task Write(ManageHost host, PublishedFigure compared)
    {
        var (partition, trust) = (Rows.Partition(Cohort), SurveyedCohort.Item("mentor-trust"));
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
                Documents.Insert(PublishedWave.KeyOf(WaveNames.End), new PublishedWave(WaveNames.End, ManageHost.Begin, 5, [new(WaveCatalogue.Without, [new(Cells.Mentors, FigureState.Shown, 12, 5) { Of = 20 }])], 0)),
                Documents.Insert(PublishedWave.ItemKey(WaveNames.End, 0), new PublishedItem(trust, [new(ItemTables.Change(trust), [rose]), new(ItemTables.Compared(trust), [compared])])),
            ]);
    }
}
