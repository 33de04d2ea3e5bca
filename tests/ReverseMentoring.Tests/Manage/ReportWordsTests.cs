using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Disclosure;

namespace ReverseMentoring.Tests.Manage;

/// <summary>What report and sponsor's sheet say of figures, and of those that are not shown.</summary>
public sealed class ReportWordsTests
{
    private static readonly CohortId Cohort = new("spring");

    /// <summary>Where it helped nearly nobody the gate tells no number: just that is said first.</summary>
    [Fact]
    public async Task It_did_not_work_first_for_those_of_whom_nearly_all_are_no_better()
    {
        var (stay, access) = (SurveyedCohort.Item("mentee-stay"), SurveyedCohort.Item("mentee-access"));
        await using var host = await Open([
            (access, [new(ItemTables.NoBetter(access), [Shown(Cells.Mentees, 5)])]),
            (stay, [new(ItemTables.NoBetter(stay), [new(Cells.Mentees, FigureState.NearlyAll, null, 5)])]),
        ]);

        var report = await Text(host, "report");
        var first = report.IndexOf("for all who answered both times, or all but at most 4, “I would like to be working here in two years' time.” is no truer", StringComparison.Ordinal);
        Assert.InRange(first, 1, report.IndexOf("for 5, “Colleagues early in their careers come to me of their own accord.” is no truer", StringComparison.Ordinal));
        Assert.Contains("“I would like to be working here in two years' time.” is no truer", await Text(host, "sponsor"), StringComparison.Ordinal);
    }

    /// <summary>What is not shown may be what changed most.</summary>
    [Theory]
    [InlineData(ChangeWord.NotTold, "The change of only one statement can be shown, and it did not rise by more than chance can explain.")]
    [InlineData(ChangeWord.Rose, "“I can tell a leader here openly what I think.” rose")]
    public async Task How_many_changes_are_not_shown_stands_beside_what_rose_or_did_not(ChangeWord word, string says)
    {
        var (trust, stay) = (SurveyedCohort.Item("mentor-trust"), SurveyedCohort.Item("mentor-stay"));
        await using var host = await Open([
            (trust, [new(ItemTables.Change(trust), [Changed(word)])]), (stay, [new(ItemTables.Change(stay), [new(Cells.Mentors, FigureState.AtLeast, null, 6)])]),
        ]);

        foreach (var page in new[] { "report", "sponsor" })
        {
            var text = await Text(host, page);
            Assert.Contains(says, text, StringComparison.Ordinal);
            Assert.Contains("One more statement was asked about whose change can't be shown", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Nothing we asked about", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ChangeWord.PointsUp, "One statement points up, but")]
    [InlineData(ChangeWord.PointsDown, "One statement points down, but")]
    public async Task Where_it_points_is_said_with_its_direction(ChangeWord word, string says)
    {
        var trust = SurveyedCohort.Item("mentor-trust");
        await using var host = await Open([(trust, [new(ItemTables.Change(trust), [Changed(word)])])]);

        Assert.Contains(says, await Text(host, "report"), StringComparison.Ordinal);
    }

    /// <summary>A company's own statement measures a promise beside a usual one: a line each, and which is which can be told.</summary>
    [Fact]
    public async Task Two_statements_of_one_promise_are_told_apart()
    {
        var trust = SurveyedCohort.Item("mentor-trust");
        var own = trust with { Slug = "own-trust", Texts = new Dictionary<string, string> { ["en"] = "My ideas are looked at." } };
        await using var host = await Open([(trust, [new(ItemTables.Change(trust), [Changed(ChangeWord.Rose)])]), (own, [new(ItemTables.Change(own), [Changed(ChangeWord.NotTold)])])]);

        Assert.Contains("Mentors, “My ideas are looked at.”: ", await Text(host, "report"), StringComparison.Ordinal);
        Assert.Contains("Juniors who teach, “My ideas are looked at.”: can't be told from chance", await Text(host, "sponsor"), StringComparison.Ordinal);
    }

    /// <summary>A number that is not shown is no number that a sentence goes on with.</summary>
    [Theory]
    [InlineData(ChangeWord.Rose, "rose")]
    [InlineData(ChangeWord.Fell, "fell")]
    [InlineData(ChangeWord.PointsUp, "points up, may be chance")]
    public async Task Where_from_where_to_where_is_not_shown_a_sentence_of_its_own_says_so(ChangeWord word, string says)
    {
        var trust = SurveyedCohort.Item("mentor-trust");
        PublishedFigure hidden = new(Cells.Mentors, FigureState.AtLeast, null, 5);
        await using var host = await Open([(trust, [new(ItemTables.Before(trust), [hidden]), new(ItemTables.After(trust), [hidden]), new(ItemTables.Change(trust), [Changed(word)])])]);

        foreach (var page in new[] { "report", "sponsor" })
        {
            var text = await Text(host, page);
            Assert.Contains(says, text, StringComparison.Ordinal);
            Assert.DoesNotMatch("from not shown|to not shown|answered of 5|answered to", text);
        }

        Assert.Contains("from where to where can't be shown", await Text(host, "sponsor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nearly_all_is_told_by_how_many_that_are_at_least_and_of_things_by_whose_they_are()
    {
        await using var host = await Open(
            [],
            new(WaveCatalogue.Answered, [new(Cells.Mentors, FigureState.NearlyAll, null, 5), new(Cells.Mentees, FigureState.NearlyAll, null, 5)]),
            new(WaveCatalogue.Without, [Shown(Cells.Mentors, 9) with { Of = 24 }, new(Cells.Mentees, FigureState.Few, null, 5)]),
            new(WaveCatalogue.Commitments, [new(WaveCatalogue.Noted, FigureState.NearlyAll, null, 5)]));

        var report = await Text(host, "report");
        Assert.Contains("at least 11 of the 15 who had a partner", report, StringComparison.Ordinal);
        Assert.Contains("all who were asked, or all but at most 4", report, StringComparison.Ordinal);
        Assert.Contains("all mentees noted something, or all but at most 4", report, StringComparison.Ordinal);
        Assert.Contains("at least 11 of the 15 who had a partner", await Text(host, "sponsor"), StringComparison.Ordinal);
    }

    /// <summary>A mean of three is no three people.</summary>
    [Fact]
    public async Task Whether_they_would_come_again_stands_on_the_sponsor_s_sheet_and_is_a_mean()
    {
        var again = SurveyedCohort.Item("again");
        await using var host = await Open([(again, [new(ItemTables.Level(again, SurveyMoment.End), [Shown(Cells.All, 3)])])]);

        var sheet = await Text(host, "sponsor");
        Assert.Contains("Would take part again, 1 to 5: 3.0", sheet, StringComparison.Ordinal);
        Assert.Contains("rated only 3.0 on a scale from 1 to 5", sheet, StringComparison.Ordinal);
    }

    /// <summary>The more pairs break up, the worse it looks.</summary>
    [Fact]
    public async Task Sessions_are_of_all_that_were_planned_at_first_and_those_lost_are_told()
    {
        await using var host = await Open([]);
        foreach (var page in new[] { "report", "sponsor" })
        {
            var text = await Text(host, page);
            Assert.Matches(@"66\s*(of|/)\s*102", text);
            Assert.Contains("30 of those planned were lost with pairs that ended early.", text, StringComparison.Ordinal);
        }

        Assert.Matches(@"Sessions held, of those planned at first\s*65.%", (await host.Page("/manage/compare?lang=en")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Who_was_lost_or_found_nobody_stands_beside_other_cohorts()
    {
        await using var host = await Open(
            [],
            new(WaveCatalogue.Left, [Shown(Cells.All, 7)]), new(WaveCatalogue.Meetings, [Shown(WaveCatalogue.Completed, 10)]),
            new(WaveCatalogue.Without, [Shown(Cells.Mentors, 9) with { Of = 24 }, new(Cells.Mentees, FigureState.Few, null, 5)]));

        var compared = (await host.Page("/manage/compare?lang=en")).QuerySelector("main")!.TextContent;
        Assert.Matches(@"Of these, met to the end\s*10", compared);
        Assert.Matches(@"Mentors without a partner\s*9 of 24", compared);
        Assert.Matches(@"Mentees without a partner\s*fewer than 5 people", compared);
        Assert.Matches(@"People who left\s*7", compared);
    }

    [Fact]
    public async Task Where_one_group_or_none_is_shown_nobody_is_said_to_have_been_passed_over_or_not()
    {
        await using var host = await Open(
            [], new(SelectionTables.NameOf(Role.Mentor, Trait.Zone), [Shown("UTC", 40) with { Of = 60 }]), new(SelectionTables.NameOf(Role.Mentee, Trait.Level), []));

        var report = await Text(host, "report");
        Assert.Contains("Only one group can be shown", report, StringComparison.Ordinal);
        Assert.Contains("nothing is proven either way, about: Mentees by level", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nearly_all_that_were_held_are_of_those_that_were_not_lost()
    {
        await using var host = await Open([]);
        var row = (await host.Store.Read<Report>(Rows.Partition(Cohort), Rows.Report))!;
        await host.Store.Write(Rows.Partition(Cohort), [row.Replace(row.Value with { Sessions = row.Value.Sessions with { Held = null, NearlyAllHeld = true } })]);

        foreach (var page in new[] { "report", "sponsor" })
        {
            var text = await Text(host, page);
            Assert.Contains("Of those that were not lost, nearly all were held", text, StringComparison.Ordinal);
            Assert.Contains("30 of those planned were lost", text, StringComparison.Ordinal);
        }
    }

    private static PublishedFigure Changed(ChangeWord word) => Shown(Cells.Mentors, 0.4) with { Interval = new(0.1, 0.7), Word = word };

    private static PublishedFigure Shown(string cell, double value) => new(cell, FigureState.Shown, value, 5);

    private static async Task<string> Text(ManageHost host, string page) => (await host.Page($"/manage/cohorts/{Cohort}/{page}?lang=en")).QuerySelector("main")!.TextContent;

    private static async Task<ManageHost> Open(IReadOnlyList<(SurveyItem Item, IReadOnlyList<PublishedTable> Tables)> items, params IReadOnlyList<PublishedTable> tables)
    {
        var host = await ManageHost.Start();
        var settings = new CohortSettings
        {
            Name = "Spring", Start = new(2027, 1, 5), Contacts = new(new("Pat Manager", "pat@example.com"), new("Nia Neutral", "nia@example.net")),
            Goal = new() { Why = "Why", Different = "Different", MeasuredBy = [Promise.Trust] },
        };
        await host.Store.Write(
            Rows.Partition(Cohort),
            [
                Documents.Insert(Rows.Cohort, new Cohort(Cohort, settings, ManageHost.Begin)),
                Documents.Insert(Rows.State, CycleState.Begin(ManageHost.Begin) with { Phase = PhaseNames.Retention }),
                Documents.Insert(Rows.Report, new Report
                {
                    Cohort = Cohort, Name = settings.Name, At = ManageHost.Begin, Participants = 39, Mentors = 24, Mentees = 15, Phases = [], PairsFormed = 15, Sessions = new(72, 66, 0, 6, 0) { LostEarly = 30 }, Waves = [],
                }),
                Documents.Insert(PublishedWave.KeyOf(WaveNames.End), new PublishedWave(WaveNames.End, ManageHost.Begin, 5, tables, 0)),
                .. items.Index().Select(item => Documents.Insert(PublishedWave.ItemKey(WaveNames.End, item.Index), new PublishedItem(item.Item.Item, item.Item.Tables))),
            ]);
        await host.Store.Write(Rows.Cohorts, [Documents.Insert(Cohort.Value, new CohortListing(Cohort.Value, settings.Start, ManageHost.Begin))]);
        return host;
    }
}
