using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>
/// What somebody tries who sees all that is published, answers themselves, and knows who takes part: each attack once isolated
/// a person, and isolates nobody now.
/// </summary>
public sealed class AttackTests
{
    private readonly MemoryStore store = new();

    [Fact]
    public async Task A_colluder_who_sends_the_form_again_moves_no_published_figure()
    {
        var cohort = Surveyed(12);
        var before = await cohort.Close();

        cohort.Answer("p003", 1, "again", mayBeShown: true);

        Assert.Equal(StoredJson.Write(before), StoredJson.Write(await cohort.Close()));
        Assert.DoesNotContain("again", await cohort.Comments());
    }

    [Fact]
    public async Task Nor_does_one_who_erases_themselves()
    {
        var cohort = Surveyed(12, comment: person => $"{person} wrote this");
        var (before, words) = (await cohort.Close(), await cohort.Comments());

        await cohort.Erase("p003");

        Assert.Equal(StoredJson.Write(before), StoredJson.Write(await cohort.Close()));
        Assert.Equal(words, await cohort.Comments());
        Assert.Contains("p003 wrote this", words);
    }

    [Fact]
    public async Task An_erasure_before_the_survey_closes_is_seen_in_no_figure_since_there_was_none()
    {
        var cohort = Surveyed(12);
        Assert.Empty(await store.ReadWaves(cohort.Id));

        await cohort.Erase("p003");

        Assert.Empty(await store.ReadWaves(cohort.Id));
        Assert.Equal(FigureState.Shown, (await cohort.Close()).Find(SurveyedCohort.Again, Cells.All)!.State);
    }

    [Fact]
    public async Task A_published_comment_is_nobodys_any_more_wherever_one_looks()
    {
        var cohort = Surveyed(12, comment: person => $"words of {person.Value.ToUpperInvariant()}");
        cohort.Answer("p001", 4, "nobody may read P001", mayBeShown: false);
        await cohort.Close();

        Assert.Equal(11, (await cohort.Comments()).Count);
        var rows = await cohort.Everything();
        Assert.DoesNotContain(rows, row => row.Body.Contains("nobody may read", StringComparison.Ordinal));
        Assert.All(rows.Where(row => row.Body.Contains("words of", StringComparison.Ordinal)), row =>
        {
            Assert.StartsWith(Rows.Comment, row.Key, StringComparison.Ordinal);
            Assert.Single(StoredJson.Parse<Dictionary<string, string>>(row.Body));
        });
    }

    [Fact]
    public async Task Comments_are_of_enough_people_or_of_none_and_a_tick_can_be_taken_back()
    {
        var few = Surveyed(12, comment: person => string.CompareOrdinal(person.Value, "p004") < 0 ? "word" : null);
        Assert.Equal(0, (await few.Close()).Comments);

        var cohort = new SurveyedCohort(store, "autumn", SurveyedCohort.People(12));
        foreach (var person in SurveyedCohort.People(12))
        {
            cohort.Answer(person, 3, $"{person}", mayBeShown: true);
        }

        cohort.Answer("p003", 3, "p003", mayBeShown: false);
        await cohort.Close();
        Assert.Equal(11, (await cohort.Comments()).Count);
        Assert.DoesNotContain("p003", await cohort.Comments());
    }

    [Fact]
    public async Task The_order_of_comments_tells_neither_who_wrote_them_nor_when()
    {
        var words = SurveyedCohort.People(12).ToDictionary(person => person, person => $"word {(int.Parse(person.Value[1..], System.Globalization.CultureInfo.InvariantCulture) * 7) % 12:D2}");
        var (forth, back) = (new SurveyedCohort(new MemoryStore(), "spring", words.Keys), new SurveyedCohort(new MemoryStore(), "spring", words.Keys));
        foreach (var person in words.Keys)
        {
            forth.Answer(person, 3, words[person], mayBeShown: true);
        }

        foreach (var (person, word) in words.Keys.Reverse().Zip(words.Values))
        {
            back.Answer(person, 3, word, mayBeShown: true);
        }

        await forth.Close();
        await back.Close();
        Assert.Equal(await forth.Comments(), await back.Comments());
        Assert.NotEqual(words.Values, await forth.Comments());
        Assert.NotEqual(words.Values.Order(StringComparer.Ordinal), await forth.Comments());
    }

    [Fact]
    public async Task Two_cohorts_of_nearly_the_same_people_are_not_subtracted()
    {
        var spring = Surveyed(12);
        var autumn = Surveyed(11, "autumn");
        var answered = new[] { 12, 11 }.Select(count => SurveyedCohort.People(count).ToHashSet()).ToArray();

        Released[] told = [.. SurveyedCohort.ReleasedBy(await spring.Close(), answered[0]), .. SurveyedCohort.ReleasedBy(await autumn.Close(), answered[1])];

        Assert.NotEmpty(told);
        Assert.Null(SubsetAttack.FindGroup(told, 5));
        Assert.Equal(FigureState.AtLeast, (await autumn.Close()).Find(SurveyedCohort.Again, Cells.All)!.State);
    }

    [Fact]
    public async Task Nor_where_somebody_of_the_first_was_erased_meanwhile()
    {
        var spring = Surveyed(12);
        var first = SurveyedCohort.ReleasedBy(await spring.Close(), SurveyedCohort.People(12).ToHashSet()).ToArray();
        await spring.Erase("p011");
        Assert.DoesNotContain(await spring.Everything(), row => row.Key.StartsWith(Rows.Released, StringComparison.Ordinal) && row.Body.Contains("p011", StringComparison.Ordinal));

        var autumn = Surveyed(11, "autumn");
        var second = SurveyedCohort.ReleasedBy(await autumn.Close(), SurveyedCohort.People(11).ToHashSet());

        Assert.Null(SubsetAttack.FindGroup([.. first, .. second], 5));
    }

    [PropertyFact]
    public void Whoever_answers_nothing_published_of_several_cohorts_isolates_fewer_than_each_asks_for() => PropertyRun.Hold(60, seed =>
    {
        var random = new Random(seed);
        var (shared, fewest) = (new MemoryStore(), 5 + random.Next(2));
        var told = new List<Released>();
        for (var number = 0; number < 3; number++)
        {
            PersonId[] people = [.. SurveyedCohort.People(14).Where(_ => random.Next(5) > 0)];
            var cohort = new SurveyedCohort(shared, $"c{number}", people, fewest);
            var answered = people.Where(_ => random.Next(5) > 0).ToHashSet();
            foreach (var person in answered)
            {
                cohort.Answer(person, random.Next(1, 6));
            }

            told.AddRange(SurveyedCohort.ReleasedBy(cohort.Close().GetAwaiter().GetResult(), answered).Where(figure => figure.Terms[0].Variable == SurveyedCohort.Again));
        }

        Assert.Null(SubsetAttack.FindGroup(told, fewest));
    });

    [Theory]
    [InlineData(6)]
    [InlineData(18)]
    [InlineData(200)]
    public async Task What_is_published_is_the_same_each_time_and_says_nothing_of_the_few(int people)
    {
        var published = await Surveyed(people).Close();

        Assert.Equal(StoredJson.Write(published.Tables), StoredJson.Write((await Surveyed(people, other: new()).Close()).Tables));
        Assert.Equal(people == 6 ? FigureState.TooFew : FigureState.Shown, published.Find(SurveyedCohort.Again, Cells.Mentors)!.State);
        Assert.Equal(people < 18 ? FigureState.TooFew : FigureState.Shown, published.Find(SurveyedCohort.Recommend, Cells.All)!.State);
        Assert.Equal(FigureState.Shown, published.Find(SurveyedCohort.Again, Cells.All)!.State);
    }

    [Fact]
    public async Task A_cohort_may_ask_for_more_and_never_for_less()
    {
        var careful = Surveyed(18, "careful", minimumGroup: 10);
        Assert.Equal(FigureState.TooFew, (await careful.Close()).Find(SurveyedCohort.Again, Cells.Mentors)!.State);

        var careless = Surveyed(8, "careless", minimumGroup: 2);
        Assert.Equal(5, (await careless.Close()).MinimumGroup);
    }

    private SurveyedCohort Surveyed(int people, string id = "spring", Func<PersonId, string?>? comment = null, int minimumGroup = GroupSizes.Least, MemoryStore? other = null)
    {
        var cohort = new SurveyedCohort(other ?? store, id, SurveyedCohort.People(people), minimumGroup);
        foreach (var (number, person) in SurveyedCohort.People(people).Index())
        {
            cohort.Answer(person, (number % 5) + 1, comment?.Invoke(person), mayBeShown: true);
        }

        return cohort;
    }
}
