using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>What the gate lets through of the figures of a wave.</summary>
public sealed class GateTests
{
    [Fact]
    public void A_mean_is_of_enough_people_or_is_not_shown()
    {
        Assert.Equal((FigureState.TooFew, null), Shown(Mean(4)));
        Assert.Equal((FigureState.Shown, 2.8), Shown(Mean(5)));
        Assert.Equal((FigureState.TooFew, null), Shown(Mean(9), minimumGroup: 10));
    }

    [Fact]
    public void Where_all_or_all_but_one_said_the_same_nothing_is_said_but_that_they_were_enough()
    {
        Assert.Equal((FigureState.AtLeast, null), Shown(Mean(4, 4, 4, 4, 4, 4)));
        Assert.Equal((FigureState.AtLeast, null), Shown(Mean(5, 5, 1, 5, 5, 5)));
        Assert.Equal((FigureState.Shown, 4.2), Shown(Mean(5, 5, 1, 5, 4, 5)));
    }

    [Fact]
    public void A_promoter_score_is_of_ten_at_least_whatever_the_cohort_asks_for()
    {
        Assert.Equal(FigureState.TooFew, Shown(Score(9)).State);
        Assert.Equal(FigureState.Shown, Shown(Score(10)).State);
        Assert.Equal(FigureState.TooFew, Shown(Score(12), minimumGroup: 12).State);

        static PromoterDraft Score(int people) =>
            new("table", "cell", "recommend", Enumerable.Range(0, people).ToDictionary(one => new PersonId($"{one:D4}"), one => (double)(one % 11)));
    }

    [Fact]
    public void Nines_and_tens_count_for_it_nought_to_six_against_it_and_its_interval_is_rounded_outward()
    {
        int[] said = [10, 10, 10, 9, 9, 9, 9, 9, 9, 8, 8, 8, 7, 7, 7, 6, 5, 3, 1, 0];
        var draft = new PromoterDraft("table", "cell", "recommend", said.Index().ToDictionary(one => new PersonId($"{one.Index:D4}"), one => (double)one.Item));
        var figure = new DisclosureGate(5).Publish([draft], []).Tables[0].Figures[0];
        var exact = PromoterScore.Of(9, 5, 20);

        Assert.Equal((FigureState.Shown, 20.0, 10), (figure.State, figure.Value, figure.Least));
        Assert.Equal(new PublishedInterval(Math.Floor(exact.Low / 10) * 10, Math.Ceiling(exact.High / 10) * 10), figure.Interval);
    }

    [Theory]
    [InlineData(5, 9, 1)]
    [InlineData(10, 40, 1)]
    [InlineData(10, 40, 100)]
    public void A_mean_tells_nothing_of_how_many_it_is_of(int from, int to, int unit)
    {
        var published = Enumerable.Range(from, to - from + 1).Select(people => Enumerable.Range(2, (4 * people) - 3)
            .Select(sum => Shown(Split(people, sum, unit))).Where(figure => figure.State is FigureState.Shown).Select(figure => figure.Value).ToHashSet()).ToArray();

        var (low, high) = (published.Max(values => values.Min()), published.Min(values => values.Max()));
        Assert.All(published, values => Assert.Equal(published[0].Where(IsBetween).Order(), values.Where(IsBetween).Order()));
        Assert.True(high - low > 2 * unit);

        bool IsBetween(double? value) => value >= low && value <= high;
    }

    [Fact]
    public void A_count_is_of_enough_people_on_both_sides()
    {
        Assert.Equal((FigureState.Few, null), Shown(Count(4, 20)));
        Assert.Equal((FigureState.Few, null), Shown(Count(0, 20)));
        Assert.Equal((FigureState.NearlyAll, null), Shown(Count(20, 4)));
        Assert.Equal((FigureState.Shown, 5.0), Shown(Count(5, 5)));
    }

    [Fact]
    public void A_number_without_names_keeps_to_the_same()
    {
        Assert.Equal(FigureState.Few, Shown(new NumberDraft("table", "cell", 4, 30)).State);
        Assert.Equal(FigureState.NearlyAll, Shown(new NumberDraft("table", "cell", 27, 30)).State);
        Assert.Equal((FigureState.Shown, 12.0), Shown(new NumberDraft("table", "cell", 12, 30)));
    }

    [Fact]
    public void How_often_something_happened_is_told_where_it_and_the_other_thing_happened_to_enough()
    {
        Assert.Equal((FigureState.Shown, 7.0), Shown(new TallyDraft("table", "cell", 7, 5, 5)));
        Assert.Equal((FigureState.Few, null), Shown(new TallyDraft("table", "cell", 7, 4, 5)));
        Assert.Equal((FigureState.NearlyAll, null), Shown(new TallyDraft("table", "cell", 7, 5, 4)));
    }

    [Fact]
    public void Of_how_many_is_told_only_with_the_figure_itself()
    {
        Assert.Equal(12, Of(Count(6, 6) with { Of = 12 }));
        Assert.Null(Of(Count(9, 3) with { Of = 12 }));
        Assert.Null(Of(new NumberDraft("table", "cell", 12, 30)));

        static int? Of(FigureDraft draft) => new DisclosureGate(5).Publish([draft], []).Tables[0].Figures[0].Of;
    }

    [Fact]
    public void The_side_whose_rest_would_be_too_few_is_not_shown_beside_the_whole()
    {
        var gated = new DisclosureGate(5).Publish([Mean(12) with { Cell = Cells.All }, Mean(9) with { Cell = Cells.Mentors }], []);

        Assert.Equal(FigureState.Shown, gated.Tables[0].Find(Cells.All)!.State);
        Assert.Equal(FigureState.AtLeast, gated.Tables[0].Find(Cells.Mentors)!.State);
    }

    [Fact]
    public void What_one_side_said_all_alike_can_not_be_worked_out_from_the_whole_and_the_other_side()
    {
        var (all, mentors) = (Mean(1, 2, 3, 4, 5, 3, 4, 4, 4, 4, 4, 4), Mean(1, 2, 3, 4, 5, 3) with { Cell = Cells.Mentors });
        var mentees = all with { Cell = Cells.Mentees, Values = all.Values.Where(one => !mentors.Values.ContainsKey(one.Key)).ToDictionary() };
        var gated = new DisclosureGate(5).Publish([all with { Cell = Cells.All }, mentors, mentees], []);

        Assert.Equal([FigureState.Shown, FigureState.AtLeast, FigureState.AtLeast], gated.Tables[0].Figures.Select(figure => figure.State));
    }

    [Fact]
    public void That_all_or_none_of_one_side_chose_something_can_not_be_worked_out_from_the_whole_and_the_other_side()
    {
        var mentors = Count(8, 6) with { Cell = Cells.Mentors };
        var mentees = new CountDraft("table", Cells.Mentees, "choice", new HashSet<PersonId>(), Enumerable.Range(0, 9).Select(one => new PersonId($"e{one}")).ToHashSet(), 0);
        var all = mentors with { Cell = Cells.All, Others = mentors.Others.Concat(mentees.Others).ToHashSet() };
        var gated = new DisclosureGate(5).Publish([all, mentors, mentees], []);

        Assert.Equal([FigureState.Shown, FigureState.AtLeast, FigureState.Few], gated.Tables[0].Figures.Select(figure => figure.State));
    }

    /// <summary>The whole and one side would tell the other side's mean, though that is of no more than just enough.</summary>
    [Fact]
    public void Nor_what_just_enough_said_all_alike()
    {
        var (all, mentors) = (Mean(1, 2, 3, 4, 5, 3, 4, 4, 4, 4, 4), Mean(1, 2, 3, 4, 5, 3) with { Cell = Cells.Mentors });

        Assert.Equal(FigureState.Shown, Other().State);
        Assert.Equal(FigureState.AtLeast, Other(all with { Cell = Cells.Mentees, Values = all.Values.Where(one => !mentors.Values.ContainsKey(one.Key)).ToDictionary() }).State);

        PublishedFigure Other(params FigureDraft[] mentees) => new DisclosureGate(5).Publish([all with { Cell = Cells.All }, mentors, .. mentees], []).Tables[0].Find(Cells.Mentors)!;
    }

    [Fact]
    public void How_two_questions_answers_spread_is_not_subtracted()
    {
        var gated = new DisclosureGate(5).Publish([Change("trust", 8), Change("mood", 9)], []);

        Assert.All(gated.Tables[0].Figures, figure => Assert.Equal(FigureState.Shown, figure.State));

        static ChangeDraft Change(string item, int people) =>
            new("table", item, $"{item}.start", $"{item}.end", Enumerable.Range(0, people).ToDictionary(one => new PersonId($"{one:D4}"), one => (3.0, 3.0 + (one % 3))));
    }

    [Fact]
    public void What_was_published_before_counts()
    {
        var earlier = new DisclosureGate(5).Publish([Mean(12)], []);

        Assert.Equal(FigureState.AtLeast, new DisclosureGate(5).Publish([Mean(11)], earlier.Shown).Tables[0].Figures[0].State);
        Assert.Equal(FigureState.Shown, new DisclosureGate(5).Publish([Mean(7)], earlier.Shown).Tables[0].Figures[0].State);
    }

    [Fact]
    public void A_table_that_was_not_listed_before_anybody_answered_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WaveCatalogue.TableOf(Core.Programme.WaveNames.End, "by-department"));
        Assert.All(Core.Programme.WaveNames.InOrder, wave => Assert.Equal(
            WaveCatalogue.TablesOf(wave).Count, WaveCatalogue.TablesOf(wave).Select(table => table.Name).Distinct().Count()));
    }

    [Fact]
    public void A_figure_of_a_kind_that_it_does_not_know_does_not_pass() =>
        Assert.Throws<ArgumentException>(() => new DisclosureGate(5).Publish([new Hearsay("table", "cell")], []));

    [PropertyFact]
    public void No_combination_of_what_is_shown_isolates_fewer_and_nothing_is_hidden_that_would_not() => PropertyRun.Hold(400, seed =>
    {
        var random = new Random(seed);
        var fewest = random.Next(2, 6);
        var people = Enumerable.Range(0, random.Next(4, 13)).Select(one => new PersonId($"{one:D4}")).ToArray();
        var grades = people.ToDictionary(person => person, _ => (double)random.Next(1, 6));
        MeanDraft[] drafts =
        [
            .. Enumerable.Range(0, random.Next(1, 6)).Select(at => new MeanDraft(
                "table", $"{at}", random.Next(4) == 0 ? "mood" : "grade", people.Where(_ => random.Next(4) > 0).ToDictionary(person => person, person => grades[person]))),
        ];
        var gated = new DisclosureGate(fewest).Publish(drafts, []);

        Assert.Null(SubsetAttack.FindGroup(gated.Shown, fewest));
        Assert.Equal(gated.Shown.Count, gated.Tables[0].Figures.Count(figure => figure.State is FigureState.Shown));
        Released[] alike = [.. drafts.Where(draft => draft.Values.Count >= fewest && IsAlike(draft)).Select(SumOf)];
        Assert.DoesNotContain(alike, sum => SubsetAttack.Follows(gated.Shown, sum));
        var shown = new List<Released>();
        foreach (var (draft, figure) in drafts.Zip(gated.Tables[0].Figures))
        {
            if (figure.State is FigureState.Shown)
            {
                shown.Add(SumOf(draft));
            }
            else
            {
                Released[] with = [.. shown, SumOf(draft)];
                Assert.True(
                    draft.Values.Count < fewest || IsAlike(draft) || SubsetAttack.FindGroup(with, fewest) is not null || alike.Any(sum => SubsetAttack.Follows(with, sum)),
                    $"{draft.Cell} was hidden without need.");
            }
        }

        static Released SumOf(MeanDraft draft) => Released.Sum(draft.Variable, draft.Values.Keys);

        static bool IsAlike(MeanDraft draft) => draft.Values.Values.CountBy(value => value).Max(same => same.Value) >= draft.Values.Count - 1;
    });

    private static (FigureState State, double? Value) Shown(FigureDraft draft, int minimumGroup = 5)
    {
        var figure = new DisclosureGate(minimumGroup).Publish([draft], []).Tables[0].Figures[0];
        return (figure.State, figure.Value);
    }

    /// <summary>Of so many people, who said 1, 2, 3, 4, 5 in turn.</summary>
    private static MeanDraft Mean(int people) => Mean([.. Enumerable.Range(0, people).Select(one => (people == 5 && one == 4 ? 4.0 : (one % 5) + 1))]);

    private static MeanDraft Mean(params double[] grades) =>
        new("table", "cell", "grade", grades.Index().ToDictionary(one => new PersonId($"{one.Index:D4}"), one => one.Item));

    /// <summary>So many people whose grades from 0 to 4 make this sum, none of which is nearly everybody's.</summary>
    private static MeanDraft Split(int people, int sum, int unit)
    {
        var grades = Enumerable.Range(0, people).Select(one => (sum / people) + (one < sum % people ? 1 : 0)).ToArray();
        for (var (one, other) = (0, people - 1); one < other && grades.CountBy(grade => grade).Max(same => same.Value) >= people - 1; one++, other--)
        {
            (grades[one], grades[other]) = grades[one] < 4 && grades[other] > 0 ? (grades[one] + 1, grades[other] - 1) : (grades[one], grades[other]);
        }

        return Mean([.. grades.Select(grade => (double)unit * grade)]) with { Unit = unit };
    }

    private static CountDraft Count(int chose, int others) => new(
        "table", "cell", "choice", Enumerable.Range(0, chose).Select(one => new PersonId($"y{one}")).ToHashSet(), Enumerable.Range(0, others).Select(one => new PersonId($"n{one}")).ToHashSet(), chose);

    private sealed record Hearsay(string Table, string Cell) : FigureDraft(Table, Cell)
    {
        public override IEnumerable<string> Variables => [];
    }
}
