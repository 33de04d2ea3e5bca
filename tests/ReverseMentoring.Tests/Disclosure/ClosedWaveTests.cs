using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>What a survey leaves when it closes: figures of enough people, and answers without their words.</summary>
public sealed class ClosedWaveTests
{
    [Fact]
    public async Task Half_time_s_words_leave_their_writers_and_with_them_whether_they_may_be_shown()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(20));
        foreach (var (at, person) in SurveyedCohort.People(12).Index())
        {
            Say(cohort, person, new(1 + (at % 5), $"Word {at}", MayBeShown: true));
        }

        await cohort.Close(WaveNames.HalfTime);

        var answers = await Answers<HalfTimeAnswer>(cohort, AskId.MeetingAnswers);
        Assert.Equal(12, answers.Count);
        Assert.All(answers, answer => Assert.Equal((null, false), (answer.Comment, answer.MayBeShown)));
        Assert.Equal(12, (await cohort.Comments()).Count);
    }

    [Fact]
    public async Task Where_a_cohort_ends_before_its_surveys_do_nobody_s_words_stay_with_them()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(20));
        cohort.Answer("p001", 4, "Word of one", mayBeShown: true);
        Say(cohort, new("p002"), new(3, "Word of another", MayBeShown: true));

        await new StepContext(cohort.Store, (await cohort.Store.ReadCohort(cohort.Id))!, (await cohort.Store.ReadState(cohort.Id))!, DateTimeOffset.UnixEpoch).TakeOutComments(default);

        Assert.DoesNotContain(await cohort.Everything(), row => row.Body.Contains("Word of", StringComparison.Ordinal));
        Assert.Equal(3, Assert.Single(await Answers<HalfTimeAnswer>(cohort, AskId.MeetingAnswers)).GoingWell);
    }

    /// <summary>By one mentor they differ, so that as figures about the same they would tell who that is.</summary>
    [Fact]
    public async Task Who_answered_in_one_cohort_has_nothing_to_do_with_who_did_in_another()
    {
        var store = new MemoryStore();
        foreach (var (id, answered) in new[] { ("spring", 24), ("autumn", 26) })
        {
            var cohort = new SurveyedCohort(store, id, SurveyedCohort.People(40));
            foreach (var (at, person) in SurveyedCohort.People(40).Index())
            {
                if (at < answered)
                {
                    Say(cohort, person, new(1 + (at % 5), null));
                }
                else
                {
                    cohort.Put(AskOf(person).AskKey, new Ask { Id = AskOf(person) });
                }
            }

            Assert.Equal(answered / 2, (await cohort.Close(WaveNames.HalfTime)).Find(WaveCatalogue.Answered, Cells.Mentors)!.Value);
        }
    }

    /// <summary>By one pair they differ.</summary>
    [Fact]
    public async Task Nor_who_had_a_partner()
    {
        var store = new MemoryStore();
        foreach (var (id, pairs) in new[] { ("spring", 12), ("autumn", 13) })
        {
            var cohort = new SurveyedCohort(store, id, SurveyedCohort.People(40));
            cohort.Pair(pairs);

            Assert.Equal(20 - pairs, (await cohort.Close()).Find(WaveCatalogue.Without, Cells.Mentors)!.Value);
        }
    }

    [Fact]
    public async Task Nor_who_left()
    {
        var store = new MemoryStore();
        foreach (var (id, left) in new[] { ("spring", 6), ("autumn", 7) })
        {
            var cohort = new SurveyedCohort(store, id, SurveyedCohort.People(20));
            await Leave(cohort, left);

            Assert.Equal(left, (await cohort.Close()).Find(WaveCatalogue.Left, Cells.All)!.Value);
        }
    }

    [Fact]
    public async Task Of_all_on_the_list_it_is_told_how_many_left()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(20));
        await Leave(cohort, 6);

        Assert.Equal((6.0, 20), (await cohort.Close()).Find(WaveCatalogue.Left, Cells.All) is { } left ? (left.Value!.Value, left.Of) : default);
    }

    private static async Task Leave(SurveyedCohort cohort, int count)
    {
        foreach (var person in SurveyedCohort.People(count))
        {
            var row = (await cohort.Store.Read<Person>(Rows.Partition(cohort.Id), Rows.Person + person))!.Value;
            cohort.Put(Rows.Person + person, row with { LeftAt = DateTimeOffset.UnixEpoch });
        }
    }

    private static AskId AskOf(PersonId person) => new("p-one", FormKind.HalfTime, 0, person);

    private static void Say(SurveyedCohort cohort, PersonId person, HalfTimeAnswer said) =>
        cohort.Put(AskOf(person).AnswerKey, new Answer<HalfTimeAnswer>(AskOf(person), DateTimeOffset.UnixEpoch, said));

    private static async Task<List<T>> Answers<T>(SurveyedCohort cohort, string keys)
        where T : class =>
        await cohort.Store.Query<Answer<T>>(Rows.Partition(cohort.Id), KeyRange.Prefix(keys)).Select(row => row.Value.Value).ToListAsync();
}
