using System.Text.Json;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>What a change and its range tell of single people, alone and beside what is published at other times.</summary>
public sealed class ChangeTests
{
    private static readonly SurveyItem Trust = SurveyedCohort.Item("mentor-trust");

    [Fact]
    public void A_change_with_its_range_takes_one_person_more_than_a_mean()
    {
        Assert.Equal(FigureState.TooFew, Published(0, 1, 2, -1, 1).State);
        var six = Published(0, 1, 2, -1, 1, 1);
        Assert.Equal((FigureState.Shown, 0.6), (six.State, six.Value));
        Assert.Equal(6, six.Least);
    }

    /// <summary>What is published isn't written again: a report of last year says what it said, in words of today.</summary>
    [Theory]
    [InlineData("rose-little", ChangeWord.Rose)]
    [InlineData("rose-much", ChangeWord.Rose)]
    [InlineData("fell-little", ChangeWord.Fell)]
    [InlineData("fell-much", ChangeWord.Fell)]
    [InlineData("points-up", ChangeWord.PointsUp)]
    public void Words_in_rows_that_told_a_size_too_are_read_without_it(string word, ChangeWord read)
    {
        var figure = StoredJson.Parse<PublishedFigure>($$"""{"cell":"all","state":"shown","value":0.4,"least":6,"word":"{{word}}"}""");

        Assert.Equal(read, figure.Word);
        Assert.Equal(figure, StoredJson.Parse<PublishedFigure>(StoredJson.Write(figure)));
        Assert.Throws<JsonException>(() => StoredJson.Parse<PublishedFigure>("""{"cell":"all","state":"shown","least":6,"word":"exploded"}"""));
    }

    [Fact]
    public void Where_all_but_two_changed_alike_nothing_is_told()
    {
        Assert.Equal(FigureState.AtLeast, Published(1, 1, 1, 1, 1, 1).State);
        Assert.Equal(FigureState.AtLeast, Published(0, 0, 0, 0, 0, 0, 2, -1).State);
        Assert.Equal(FigureState.Shown, Published(0, 0, 0, 0, 0, 1, 2, -1).State);
    }

    [Fact]
    public void A_range_is_rounded_outward_and_never_narrower_than_it_is() => PropertyRun.Hold(300, seed =>
    {
        var random = new Random(seed);
        double[] changes = [.. Enumerable.Range(0, random.Next(6, 40)).Select(_ => (double)random.Next(-2, 4))];
        if (Published(changes) is not { Interval: { } interval })
        {
            return;
        }

        var exact = PairedChange.Of(changes);
        Assert.True(interval.Low <= exact.Low + 1e-9 && exact.High <= interval.High + 1e-9);
        var step = changes.Length < 10 ? 0.2 : 0.1;
        Assert.All(new[] { interval.Low, interval.High }, end => Assert.Equal(0, Math.Abs(end / step) - Math.Round(Math.Abs(end / step)), 6));
    });

    /// <summary>
    /// Sums and squares of six are two equations: one who knows four of them could work out the other two. With the five that a mean takes,
    /// knowing three would be enough.
    /// </summary>
    [Fact]
    public void The_rest_of_a_total_is_enough_for_a_range_too()
    {
        var gated = new DisclosureGate(5).Publish([Draft(0..10, one => one % 4), Draft(0..4, one => one % 3)], []);
        Assert.Equal([FigureState.Shown, FigureState.TooFew], gated.Tables[0].Figures.Select(figure => figure.State));

        // Six of eleven leave five: enough for a mean, and one too few for a range.
        gated = new DisclosureGate(5).Publish([Draft(0..10, one => one % 4), Draft(0..5, one => one % 4)], []);
        Assert.Equal([FigureState.Shown, FigureState.AtLeast], gated.Tables[0].Figures.Select(figure => figure.State));
    }

    [Fact]
    public async Task Start_half_time_and_end_subtracted_from_each_other_isolate_nobody()
    {
        // Twelve mentors; one answers the start only, one the end only: the end's level of all would give one of them away.
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(26));
        var mentors = SurveyedCohort.People(26).Where(person => (person.Value[^1] & 1) == 1).ToArray();
        foreach (var (person, at) in mentors.Select((person, at) => (person, at)))
        {
            if (at != 0)
            {
                cohort.Begin(person, Trust, 2 + (at % 3));
            }

            if (at != 1)
            {
                cohort.End(person, Trust, 1 + (at % 5));
            }
        }

        var wave = await cohort.Close();

        Assert.Equal(FigureState.Shown, wave.Find(ItemTables.Change(Trust), Cells.Mentors)!.State);
        Assert.Equal(FigureState.Shown, wave.Find(ItemTables.Before(Trust), Cells.Mentors)!.State);
        Assert.Equal(FigureState.Shown, wave.Find(ItemTables.After(Trust), Cells.Mentors)!.State);
        Assert.Equal(FigureState.AtLeast, wave.Find(ItemTables.Level(Trust, SurveyMoment.End), Cells.Mentors)!.State);
        Assert.Equal(FigureState.TooFew, wave.Find(ItemTables.Silent(Trust), Cells.Mentors)!.State);
    }

    [Fact]
    public async Task An_end_where_all_said_the_same_can_not_be_worked_out_from_the_start_and_the_change()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(24));
        foreach (var (person, at) in SurveyedCohort.People(24).Where(person => (person.Value[^1] & 1) == 1).Select((person, at) => (person, at)))
        {
            cohort.Begin(person, Trust, 1 + (at % 4));
            cohort.End(person, Trust, 5);
        }

        var wave = await cohort.Close();

        Assert.Equal(FigureState.Shown, wave.Find(ItemTables.Change(Trust), Cells.Mentors)!.State);
        Assert.Equal(FigureState.AtLeast, wave.Find(ItemTables.Before(Trust), Cells.Mentors)!.State);
        Assert.Equal(FigureState.AtLeast, wave.Find(ItemTables.After(Trust), Cells.Mentors)!.State);
        Assert.Equal(FigureState.AtLeast, wave.Find(ItemTables.Level(Trust, SurveyMoment.End), Cells.Mentors)!.State);
    }

    [PropertyFact]
    public void Whoever_answers_when_nothing_published_isolates_fewer_than_it_takes() => PropertyRun.Hold(3, NothingIsolatesFewerThanItTakes);

    [PropertyFact]
    [Trait("Category", "Thorough")]
    public void Whoever_answers_when_nothing_published_isolates_fewer_than_it_takes_in_many_cohorts() => PropertyRun.Hold(8, NothingIsolatesFewerThanItTakes);

    [Fact]
    public async Task The_true_start_stands_first_and_what_people_say_looking_back_is_no_finding()
    {
        var confidence = SurveyedCohort.Item("mentor-confidence");
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(40));
        foreach (var (person, at) in SurveyedCohort.People(40).Where(person => (person.Value[^1] & 1) == 1).Select((person, at) => (person, at)))
        {
            cohort.Begin(person, confidence, 3 + (at % 2));
            cohort.End(person, confidence, 3 + (at % 3), then: 1 + (at % 2));
        }

        var wave = await cohort.Close();
        var (change, then) = (wave.Find(ItemTables.Change(confidence), Cells.Mentors)!, wave.Find(ItemTables.SinceThen(confidence), Cells.Mentors)!);

        Assert.Equal(FigureState.Shown, then.State);
        Assert.True(then.Value > change.Value + 1);
        Assert.NotNull(change.Word);
        Assert.Null(then.Word);
    }

    /// <summary>What the gate keeps for itself of what was published, read as one who gets hold of the rows.</summary>
    private static IReadOnlyList<Released> Kept(MemoryStore store) =>
    [
        .. from cohort in new[] { "c0", "c1" }
           from row in store.Query(Rows.Partition(new(cohort)), KeyRange.Prefix(Rows.Released)).ToBlockingEnumerable()
           let kept = JsonDocument.Parse(row.Body).RootElement
           from figure in kept.GetProperty("figures").EnumerateArray().Index()
           select new Released(
               figure.Item.Deserialize<IReadOnlyList<Term>>(StoredJson.Options)!,
               kept.GetProperty("people").EnumerateArray().Where(person => person.GetProperty("isIn").GetString()![figure.Index] == '1')
                   .Select(person => new PersonId(person.GetProperty("id").GetString()!)).ToHashSet()),
    ];

    private static PublishedFigure Published(params double[] changes) =>
        new DisclosureGate(5).Publish([Draft(0..(changes.Length - 1), one => changes[one])], []).Tables[0].Figures[0];

    /// <summary>Both ends of the range belong to it.</summary>
    private static ChangeDraft Draft(Range people, Func<int, double> change) => new(
        "table", "cell", "trust.start", "trust.end",
        Enumerable.Range(people.Start.Value, people.End.Value - people.Start.Value + 1).ToDictionary(one => new PersonId($"{one:D4}"), one => (3.0, 3.0 + change(one))));

    private static void NothingIsolatesFewerThanItTakes(int seed)
    {
        var random = new Random(seed);
        var store = new MemoryStore();
        for (var number = 0; number < 2; number++)
        {
            PersonId[] people = [.. SurveyedCohort.People(28).Where(_ => random.Next(6) > 0)];
            var cohort = new SurveyedCohort(store, $"c{number}", people);
            foreach (var person in people)
            {
                if (random.Next(4) > 0)
                {
                    cohort.Begin(person, Trust, random.Next(1, 6));
                }

                if (random.Next(4) > 0)
                {
                    cohort.End(person, Trust, random.Next(1, 6), then: random.Next(1, 6));
                }
            }

            cohort.Close().GetAwaiter().GetResult();
        }

        // Of all cohorts together, as the gate keeps it for itself.
        var released = Kept(store);
        Assert.NotEmpty(released);
        Assert.Null(SubsetAttack.FindGroup(released, 5));
    }
}
