using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Disclosure;

namespace ReverseMentoring.Tests.DrawnWaiting;

/// <summary>What is published of those who began against those whom a draw made wait.</summary>
public sealed class ComparisonTests
{
    private static readonly SurveyItem Trust = SurveyedCohort.Item("mentor-trust");

    [Fact]
    public async Task Those_who_waited_are_held_against_those_who_began_and_counted_nowhere_else()
    {
        var (cohort, began, waited) = Drawn(10, 8);
        Change(cohort, began, [1, 2, 1, 2, 1, 1, 2, 0, 2, 1]);
        Change(cohort, waited, [0, 1, 0, -1, 0, 1, 0, -1]);

        var wave = await cohort.Close();

        Assert.Equal((1.3, FigureState.Shown), Of(wave, ItemTables.Change(Trust)));
        Assert.Equal((0.0, FigureState.Shown), Of(wave, ItemTables.Waited(Trust)));
        var compared = wave.Find(ItemTables.Compared(Trust), Cells.Mentors)!;
        Assert.Equal((1.2, ChangeWord.Rose), (compared.Value, compared.Word));
        var exact = GroupDifference.Of([1, 2, 1, 2, 1, 1, 2, 0, 2, 1], [0, 1, 0, -1, 0, 1, 0, -1]);
        Assert.True(compared.Interval!.Low <= exact.Low && exact.High <= compared.Interval.High && compared.Interval.Low > exact.Low - 0.2);
        Assert.Null(wave.Find(ItemTables.Waited(Trust), Cells.Mentors)!.Word);
        Assert.Equal(FigureState.NearlyAll, wave.Find(WaveCatalogue.Answered, Cells.Mentors)!.State);
        Assert.Equal(FigureState.NearlyAll, wave.Find(WaveCatalogue.WaitedAnswered, Cells.All)!.State);
    }

    [Theory]
    [InlineData(10, 5, FigureState.TooFew)]
    [InlineData(5, 10, FigureState.TooFew)]
    [InlineData(6, 6, FigureState.Shown)]
    public async Task Each_group_is_of_as_many_as_a_change_takes(int began, int waited, FigureState state)
    {
        var drawn = Drawn(began, waited);
        Change(drawn.Cohort, drawn.Began, Enumerable.Range(0, began).Select(at => at % 3));
        Change(drawn.Cohort, drawn.Waited, Enumerable.Range(0, waited).Select(at => (at % 3) - 1));

        Assert.Equal(state, Of(await drawn.Cohort.Close(), ItemTables.Compared(Trust)).State);
    }

    [Fact]
    public async Task Where_all_but_two_of_those_who_waited_changed_alike_nothing_is_told_of_them()
    {
        var (cohort, began, waited) = Drawn(10, 8);
        Change(cohort, began, Enumerable.Range(0, 10).Select(at => at % 3));
        Change(cohort, waited, [0, 0, 0, 0, 0, 0, 1, -1]);

        var wave = await cohort.Close();

        Assert.Equal((null, FigureState.AtLeast), Of(wave, ItemTables.Waited(Trust)));
        Assert.Equal((null, FigureState.AtLeast), Of(wave, ItemTables.Compared(Trust)));
        Assert.Equal(FigureState.Shown, Of(wave, ItemTables.Change(Trust)).State);
    }

    /// <summary>Who came later was parted by something else than chance, and with the few of them the others could be worked out.</summary>
    [Fact]
    public async Task Who_was_in_no_draw_is_no_part_of_the_comparison()
    {
        var (cohort, began, waited) = Drawn(10, 8, late: 2);
        Change(cohort, began, [1, 2, 1, 2, 1, 1, 2, 0, 2, 1, -2, -2]);
        Change(cohort, waited, [0, 1, 0, -1, 0, 1, 0, -1]);

        var wave = await cohort.Close();

        Assert.Equal((1.3, FigureState.Shown), Of(wave, ItemTables.Change(Trust)));
        Assert.Equal((1.2, FigureState.Shown), Of(wave, ItemTables.Compared(Trust)));
    }

    /// <summary>Who began and found no partner is asked at the end: those who answered are of the same people as those of whom they are counted.</summary>
    [Theory]
    [InlineData(14, 0, 10, 20)]
    [InlineData(17, 0, 10, 20)]
    [InlineData(17, 6, 9, 17)]
    [InlineData(12, 6, 10, 20)]
    public async Task Those_who_answered_are_counted_of_those_who_were_asked(int pairs, int late, int answered, int all)
    {
        var (cohort, began, _) = Drawn(20, 8, late);
        cohort.Pair(pairs);
        // Nine who had a partner, and one who began and found none.
        Change(cohort, [.. began.Take(9), began[19]], [1, 2, 1, 2, 1, 1, 2, 0, 2, 1]);

        var figure = (await cohort.Close()).Find(WaveCatalogue.Answered, Cells.Mentors)!;

        Assert.Equal((answered, all), ((int?)figure.Value, figure.Of));
    }

    [Fact]
    public async Task Without_a_draw_nothing_is_compared()
    {
        var (cohort, began, waited) = Drawn(10, 8, draw: false);
        Change(cohort, began.Concat(waited).ToArray(), Enumerable.Range(0, 18).Select(at => at % 3));

        var wave = await cohort.Close();

        Assert.Null(wave.Find(ItemTables.Compared(Trust), Cells.Mentors));
        Assert.Null(wave.Find(WaveCatalogue.WaitedAnswered, Cells.All));
    }

    /// <summary>A second sum of squares and a difference more: with what the ordinary tables tell nobody is singled out.</summary>
    [Fact]
    public void The_difference_counts_as_the_changes_of_both_groups()
    {
        var (began, waited) = (Draft("c.change", 0, 10), Draft("c.waited", 20, 8));
        var gated = new DisclosureGate(5).Publish([new ComparisonDraft("c.compared", Cells.Mentors, began, waited), began, waited], []);

        // All three can be told: the last two follow from nothing that was not counted.
        Assert.All(gated.Tables, table => Assert.Equal(FigureState.Shown, table.Figures.Single().State));
        // Of those who waited but one of six: subtracted, it would give the sixth away.
        gated = new DisclosureGate(5).Publish([new ComparisonDraft("c.compared", Cells.Mentors, began, waited), Draft("c.part", 20, 7)], []);
        Assert.Equal(FigureState.AtLeast, gated.Tables.Single(table => table.Name == "c.part").Figures.Single().State);
    }

    private static ChangeDraft Draft(string table, int from, int count) => new(
        table, Cells.Mentors, "c.start", "c.end", Enumerable.Range(from, count).ToDictionary(one => new PersonId($"p{one:D3}"), one => (2.0, 2.0 + (one % 3))));

    private static (double? Value, FigureState State) Of(PublishedWave wave, string table) => wave.Find(table, Cells.Mentors) is { } figure ? (figure.Value, figure.State) : default;

    private static void Change(SurveyedCohort cohort, IEnumerable<PersonId> people, IEnumerable<int> changes)
    {
        foreach (var (person, change) in people.Zip(changes))
        {
            cohort.Begin(person, Trust, 3);
            cohort.End(person, Trust, 3 + change);
        }
    }

    /// <summary>Mentors only: a draw among them, and some who came later.</summary>
    private static (SurveyedCohort Cohort, IReadOnlyList<PersonId> Began, IReadOnlyList<PersonId> Waited) Drawn(int began, int waited, int late = 0, bool draw = true)
    {
        PersonId[] mentors = [.. SurveyedCohort.People(2 * (began + waited + late)).Where(person => (person.Value[^1] & 1) == 1)];
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(2 * (began + waited + late)));
        var kept = cohort.Store.ReadCohort(cohort.Id).GetAwaiter().GetResult()!;
        cohort.Put(Rows.Cohort, kept with { Settings = kept.Settings with { DrawnWaitingList = true } });
        foreach (var (person, at) in mentors.Take(draw ? began + waited : 0).Select((person, at) => (person, at)))
        {
            cohort.Put(Rows.Lot + person, new Lot(person, at >= began));
        }

        return (cohort, [.. mentors.Take(began), .. mentors.Skip(began + waited)], [.. mentors.Skip(began).Take(waited)]);
    }
}
