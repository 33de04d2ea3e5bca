using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>What is told of one question of the survey: which tables there are, and of whom each figure is.</summary>
public sealed class ItemFiguresTests
{
    private static readonly SurveyItem Trust = SurveyedCohort.Item("mentor-trust");

    [Fact]
    public void A_question_that_is_asked_three_times_and_looked_back_on_has_these_tables() => Assert.Equal(
        [
            ("mentor-trust.1.change", FigureKind.Change), ("mentor-trust.1.before", FigureKind.Mean), ("mentor-trust.1.after", FigureKind.Mean),
            (ItemTables.Waited(Trust), FigureKind.Change), (ItemTables.Compared(Trust), FigureKind.Change), ("mentor-trust.1.since-then", FigureKind.Change),
            ("mentor-trust.1.end", FigureKind.Mean), ("mentor-trust.1.silent", FigureKind.Mean), ("mentor-trust.1.no-better", FigureKind.People),
        ],
        ItemTables.AtEnd(Trust with { LooksBack = true }).Select(table => (table.Name, table.Kind)));

    [Fact]
    public void One_that_is_not_asked_at_a_moment_has_none_of_it()
    {
        var halfTime = Trust with { Moments = [SurveyMoment.Start, SurveyMoment.HalfTime], LooksBack = true };
        Assert.Empty(ItemTables.AtEnd(halfTime));
        Assert.Equal(["mentor-trust.1.half-time"], ItemTables.AtHalfTime(halfTime).Select(table => table.Name));

        var end = Trust with { Moments = [SurveyMoment.End], LooksBack = false };
        Assert.Equal(["mentor-trust.1.end"], ItemTables.AtEnd(end).Select(table => table.Name));
        Assert.Empty(ItemTables.AtHalfTime(end));
    }

    [Theory]
    [InlineData(AskedSide.Both, new[] { "all", "mentors", "mentees" })]
    [InlineData(AskedSide.Mentors, new[] { "mentors" })]
    [InlineData(AskedSide.Mentees, new[] { "mentees" })]
    public void Each_table_is_of_those_who_are_asked(AskedSide side, string[] cells)
    {
        var item = Trust with { Side = side };
        string[] drawn = [ItemTables.Waited(item), ItemTables.Compared(item)];
        Assert.All(ItemTables.AtEnd(item).Concat(ItemTables.AtHalfTime(item)), table =>
            Assert.Equal(drawn.Contains(table.Name) ? cells.Where(cell => cell is not "all") : cells, table.Cells!));
    }

    [Fact]
    public void Whether_people_recommend_it_is_a_score_at_each_moment() =>
        Assert.All(
            new[] { ItemTables.AtHalfTime(Trust with { Scale = ItemScale.Recommendation }).Single(), ItemTables.AtEnd(Trust with { Scale = ItemScale.Recommendation, Moments = [SurveyMoment.End], LooksBack = false }).Single() },
            table => Assert.Equal(FigureKind.NetPromoter, table.Kind));

    [Fact]
    public async Task Who_ended_no_higher_is_counted_and_who_was_silent_at_the_end_is_told_by_where_they_had_begun()
    {
        // Of the twenty mentors three ended lower, two as they had begun, six higher; nine had a partner and said nothing at the end. Five more had none.
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(50));
        foreach (var alone in Mentors(50).Skip(20))
        {
            cohort.Begin(alone, Trust, 5);
        }

        cohort.Pair(20);
        foreach (var (person, at) in Mentors(40).Index().Select(one => (one.Item, one.Index)))
        {
            cohort.Begin(person, Trust, (at < 11 ? 2 : 1) + (at % 3));
            if (at < 11)
            {
                cohort.End(person, Trust, 2 + (at % 3) + (at < 3 ? -1 : at < 5 ? 0 : 1));
            }
        }

        var wave = await cohort.Close();
        var noBetter = wave.Find(ItemTables.NoBetter(Trust), Cells.Mentors)!;
        // Of how many would tell how many answered.
        Assert.Equal((FigureState.Shown, 5.0, null), (noBetter.State, noBetter.Value, noBetter.Of));
        Assert.Equal(2.9, wave.Find(ItemTables.Before(Trust), Cells.Mentors)!.Value);
        Assert.Equal((FigureState.Shown, 2.0), (wave.Find(ItemTables.Silent(Trust), Cells.Mentors)!.State, wave.Find(ItemTables.Silent(Trust), Cells.Mentors)!.Value));
    }

    [Fact]
    public async Task Of_half_time_the_last_answer_of_each_counts_and_how_well_it_goes_is_their_mean()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(20));
        foreach (var (person, at) in Mentors(20).Index().Select(one => (one.Item, one.Index)))
        {
            Say(cohort, person, "p-late", hour: 2, goingWell: 1 + (at % 2), trust: 4 + (at % 2));
            Say(cohort, person, "p-soon", hour: 1, goingWell: 4 + (at % 2), trust: 1, comment: $"Words {at}");
        }

        var wave = await cohort.Close(WaveNames.HalfTime);
        Assert.Equal(4.5, wave.Find(ItemTables.Level(Trust, SurveyMoment.HalfTime), Cells.Mentors)!.Value);
        Assert.Equal(3.0, wave.Find(WaveCatalogue.GoingWell, Cells.Mentors)!.Value);
        Assert.Equal(FigureState.TooFew, wave.Find(WaveCatalogue.GoingWell, Cells.Mentees)!.State);
        Assert.Equal(10, (await cohort.Comments()).Count);
        Assert.DoesNotContain(await cohort.Everything(), row => row.Key.StartsWith(Rows.Answer, StringComparison.Ordinal) && row.Body.Contains("Words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_asked_and_has_not_answered_is_one_of_the_others()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(40));
        foreach (var (person, at) in Mentors(40).Index().Select(one => (one.Item, one.Index)))
        {
            var ask = new AskId("p-one", FormKind.HalfTime, 0, person);
            var pulse = ask with { Form = FormKind.Pulse };
            cohort.Put(pulse.AskKey, new Ask { Id = pulse });
            if (at < 7)
            {
                Say(cohort, person, "p-one", hour: 1, goingWell: 3, trust: 3);
            }
            else if (at < 13)
            {
                cohort.Put(ask.AskKey, new Ask { Id = ask });
            }
        }

        var answered = (await cohort.Close(WaveNames.HalfTime)).Find(WaveCatalogue.Answered, Cells.Mentors)!;
        // Of how many would tell how many have a partner still.
        Assert.Equal((FigureState.Shown, 7.0, null), (answered.State, answered.Value, answered.Of));
    }

    private static IEnumerable<PersonId> Mentors(int people) => SurveyedCohort.People(people).Where(person => (person.Value[^1] & 1) == 1);

    private static void Say(SurveyedCohort cohort, PersonId person, string meeting, int hour, int goingWell, int trust, string? comment = null)
    {
        var id = new AskId(meeting, FormKind.HalfTime, 0, person);
        cohort.Put(id.AnswerKey, new Answer<HalfTimeAnswer>(id, DateTimeOffset.UnixEpoch.AddHours(hour), new(goingWell, comment, MayBeShown: true) { Said = new Dictionary<ItemId, int> { [Trust.Id] = trust } }));
    }
}
