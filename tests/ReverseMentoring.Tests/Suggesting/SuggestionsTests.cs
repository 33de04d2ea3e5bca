using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Suggesting;

public sealed class SuggestionsTests
{
    private static readonly SurveyItem Again = StandardItems.All.Single(item => item.Slug == "again");
    private static readonly SurveyItem Trust = StandardItems.All.First(item => item.Promise is Promise.Trust);

    [Fact]
    public void Nothing_is_suggested_before_the_closing_survey_has_closed_or_from_what_is_not_shown()
    {
        Assert.Empty(Suggestions.For(Of() with { Waves = [] }));
        Assert.Empty(Suggestions.For(Of(new PublishedTable(WaveCatalogue.UnmetTopics, [new("technology", FigureState.Few, null, 5)]), new(WaveCatalogue.GoOn, [new(Cells.All, FigureState.AtLeast, null, 5)]))));
    }

    [Theory]
    [InlineData(48, 5, "keep-rhythm")]
    [InlineData(30, 5, "fewer-sessions")]
    [InlineData(42, 5, null)]
    [InlineData(42, 31, "other-times")]
    public void How_sessions_went_says_what_to_keep_and_what_to_change(int held, int moved, string? code) =>
        Assert.Equal(code, Suggestions.For(Of() with { Sessions = new(60, held, 60 - held, 0, moved) }).SingleOrDefault()?.Code);

    [Fact]
    public void What_was_wished_for_lost_and_said_comes_with_its_number()
    {
        var told = Suggestions.For(Of(
            new(WaveCatalogue.UnmetTopics, [Shown("technology", 12) with { Title = "Technology" }]),
            new(WaveCatalogue.UnmatchedBecause, [Shown("language", 7)]),
            new(WaveCatalogue.AloneAgain, [Shown(Cells.All, 6)]),
            new(WaveCatalogue.PartedBecause, [Shown(PartingReason.Partner.Slug(), 5), Shown(PartingReason.Time.Slug(), 8)]),
            new(WaveCatalogue.Answered, [Shown(Cells.Mentors, 9) with { Of = 30 }, Shown(Cells.Mentees, 29) with { Of = 30 }]),
            new(WaveCatalogue.Meetings, [Shown(WaveCatalogue.Completed, 10)]),
            new(WaveCatalogue.GoOn, [Shown(Cells.All, 5)])));

        Assert.Equal(
            ["soften-rule 7 ", "ask-again 6 ", "parted-time 8 ", "raise-turnout-listed 9 ", "unmet-topic 12 technology", "keep-matching 10 ", "they-go-on 5 "],
            told.Select(one => $"{one.Code} {one.Count} {one.Topic}"));
    }

    /// <summary>Who never had a partner was never asked, and is no reason to ask for answers.</summary>
    [Theory]
    [InlineData(12, 13, 8, null)]
    [InlineData(7, 13, 8, "raise-turnout 7 of 13")]
    public void Answers_are_asked_for_where_few_of_those_answered_who_were_asked(int answered, int asked, int unasked, string? said) => Assert.Equal(said, Suggestions.For(Of(
        new(WaveCatalogue.Answered, [Shown(Cells.Mentors, answered) with { Of = asked }]),
        new PublishedTable(WaveCatalogue.Without, [Shown(Cells.Mentors, unasked) with { Of = asked + unasked }]))).Where(one => one.Code != "find-mentees").Select(one => $"{one.Code} {one.Count} of {one.Of}").SingleOrDefault());

    [Fact]
    public void Where_many_of_one_side_had_no_partner_more_of_the_other_are_wanted() => Assert.Equal(
        ["find-mentees 5", "find-mentors 12"],
        new[] { (5, 12), (4, 3) }.SelectMany(without => Suggestions.For(Of(new PublishedTable(
            WaveCatalogue.Without, [Shown(Cells.Mentors, without.Item1) with { Of = 20 }, Shown(Cells.Mentees, without.Item2) with { Of = 20 }])))).Select(one => $"{one.Code} {one.Count}"));

    [Theory]
    [InlineData(4.2, "invite-again")]
    [InlineData(2.8, "ask-why-not")]
    [InlineData(3.5, null)]
    public void Whether_people_would_come_again_is_said_where_it_is_clear(double level, string? code) =>
        Assert.Equal(code, Suggestions.For(Asking([Again], new PublishedTable(ItemTables.Level(Again, SurveyMoment.End), [Shown(Cells.All, level)]))).SingleOrDefault()?.Code);

    [Theory]
    [InlineData(ChangeWord.Rose, "goal-rose")]
    [InlineData(ChangeWord.PointsUp, "goal-stood-still")]
    public void The_goal_is_looked_at_by_what_was_to_measure_it(ChangeWord word, string code)
    {
        var report = Asking([Trust], new PublishedTable(ItemTables.Change(Trust), [.. ItemTables.CellsOf(Trust).Select(cell => Shown(cell, 0.5) with { Word = word })]));

        var said = Assert.Single(Suggestions.For(report, new CohortGoal { MeasuredBy = [Promise.Trust] }));
        Assert.Equal((code, code == "goal-rose" ? 0 : 1), (said.Code, said.Promises.Count));
        Assert.Empty(Suggestions.For(report));
    }

    /// <summary>A wish that a partner did not meet is a reason to look for people only where those who offer it had too few places.</summary>
    [Theory]
    [InlineData(FigureState.Shown, 11, "find-topic 12 of 11")]
    [InlineData(FigureState.Few, null, "find-topic 12 of ")]
    [InlineData(FigureState.Shown, 24, "match-topic 12 of 24")]
    [InlineData(FigureState.AtLeast, null, "unmet-topic 12 of ")]
    public void People_are_looked_for_where_wishes_outnumber_places(FigureState offered, int? places, string said)
    {
        var one = Assert.Single(Suggestions.For(Of(
            new(WaveCatalogue.UnmetTopics, [Shown("technology", 12)]),
            new(WaveCatalogue.OfferedTopics, [new("technology", offered, places, 5)]))));

        Assert.Equal(said, $"{one.Code} {one.Count} of {one.Of}");
    }

    [Fact]
    public void Pairs_and_people_that_were_lost_and_people_who_wait_are_no_silence()
    {
        var told = Suggestions.For(Of(new(WaveCatalogue.Meetings, [Shown(WaveCatalogue.Completed, 7)]), new(WaveCatalogue.Left, [Shown(Cells.All, 9)])) with { Draw = new(Role.Mentor, 47, null) });

        Assert.Equal(["invite-waiting 47 of ", "pairs-ended 5 of 12", "people-left 9 of 40"], told.Select(one => $"{one.Code} {one.Count} of {one.Of}"));
    }

    /// <summary>Thirty more were lost with pairs that ended early: of all that were planned that is no rhythm to keep, and those that went on met.</summary>
    [Fact]
    public void Sessions_are_counted_as_they_were_planned_at_first() =>
        Assert.Empty(Suggestions.For(Of() with { Sessions = new(72, 66, 0, 6, 0) { LostEarly = 30 } }));

    /// <summary>The goal is reached where all that was to measure it is shown and rose, on either side, and against those who waited too where there was a draw.</summary>
    [Theory]
    [InlineData(ChangeWord.Rose, FigureState.Shown, ChangeWord.Rose, "goal-rose")]
    [InlineData(ChangeWord.NotTold, FigureState.Shown, null, "goal-partly 1 of 2")]
    [InlineData(null, FigureState.TooFew, null, "goal-partly 1 of 2")]
    [InlineData(ChangeWord.Fell, FigureState.Shown, null, "goal-fell")]
    [InlineData(ChangeWord.Rose, FigureState.Shown, ChangeWord.PointsUp, "goal-rose-anyway")]
    public void One_side_s_rise_is_no_goal_reached(ChangeWord? mentors, FigureState shown, ChangeWord? compared, string said)
    {
        SurveyItem[] both = [.. StandardItems.All.Where(item => item.Promise is Promise.Voice)];
        var report = Asking(
            both,
            new(ItemTables.Change(both[0]), [shown is FigureState.Shown ? Shown(Cells.Mentors, 0.5) with { Word = mentors } : new(Cells.Mentors, shown, null, 5)]),
            new(ItemTables.Change(both[1]), [Shown(Cells.Mentees, 0.5) with { Word = ChangeWord.Rose }]),
            new(ItemTables.Compared(both[0]), compared is null ? [] : [Shown(Cells.Mentors, 0.2) with { Word = compared }]));

        var one = Assert.Single(Suggestions.For(report, new CohortGoal { MeasuredBy = [Promise.Voice] }));
        Assert.Equal(said, one.Count is null ? one.Code : $"{one.Code} {one.Count} of {one.Of}");
    }

    private static PublishedFigure Shown(string cell, double value) => new(cell, FigureState.Shown, value, 5);

    private static Report Of(params IReadOnlyList<PublishedTable> tables) => Asking([], tables);

    private static Report Asking(IReadOnlyList<SurveyItem> items, params IReadOnlyList<PublishedTable> tables) => new()
    {
        Cohort = new("spring"), Name = "Spring", At = DateTimeOffset.UnixEpoch, Participants = 40, Mentors = 20, Mentees = 20, Phases = [], PairsFormed = 12, Sessions = new(60),
        Waves = [new(WaveNames.End, DateTimeOffset.UnixEpoch, 5, tables, 0) { Items = items }],
    };
}
