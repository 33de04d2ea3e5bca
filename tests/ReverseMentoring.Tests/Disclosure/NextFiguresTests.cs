using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>What the next cohort can be made of, as far as enough people are behind it.</summary>
public sealed class NextFiguresTests
{
    private static readonly TopicId Wanted = new("technology"), Rare = new("careers"), Met = new("generations");

    [Fact]
    public async Task A_topic_is_named_that_enough_wished_for_in_vain_and_no_other()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(40));
        Pairs(cohort, 20);
        foreach (var (person, at) in SurveyedCohort.People(40).Select((person, at) => (person, at)))
        {
            Wishes(cohort, person, [Met, .. at < 24 ? [Wanted] : Array.Empty<TopicId>(), .. at < 6 ? [Rare] : Array.Empty<TopicId>()]);
        }

        var unmet = (await cohort.Close()).Tables.Single(table => table.Name == WaveCatalogue.UnmetTopics).Figures;

        // Leaders were taught what all wished for. Their mentors were not, whom a leader would have to bring it: no mentor is missing.
        Assert.Equal([(Wanted.Value, 12.0)], unmet.Select(figure => (figure.Cell, figure.Value!.Value)));
    }

    /// <summary>They lacked a partner: that one of those whom they never met offers it is nothing that a figure says.</summary>
    [Fact]
    public async Task Who_had_no_partner_has_missed_no_topic()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(60));
        Pairs(cohort, 20);
        foreach (var (person, at) in SurveyedCohort.People(60).Select((person, at) => (person, at)))
        {
            Wishes(cohort, person, [Met, .. at is < 14 or >= 40 ? [Wanted] : Array.Empty<TopicId>(), .. at >= 40 ? [Rare] : Array.Empty<TopicId>()]);
        }

        var unmet = (await cohort.Close()).Tables.Single(table => table.Name == WaveCatalogue.UnmetTopics).Figures;

        Assert.Equal([(Wanted.Value, 7.0)], unmet.Select(figure => (figure.Cell, figure.Value!.Value)));
    }

    [Fact]
    public async Task In_a_circle_all_have_met_what_was_presented_in_a_session_that_was_held()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(20));
        PersonId[] people = [.. SurveyedCohort.People(20)];
        foreach (var (at, members) in people.Chunk(10).Index())
        {
            var circle = new Meeting
            {
                Id = new($"c-{at}"), Kind = MeetingKind.Circle, Round = 1, Status = MeetingStatus.Completed, StartedAt = DateTimeOffset.UnixEpoch, Rota = [new(1, members[0], at == 0 ? Met : Rare)],
                Members = [.. members.Select(person => new Core.Matching.Circles.Presenter(person, (person.Value[^1] & 1) == 1 ? Role.Mentor : Role.Mentee, []))],
            };
            var time = new Interval(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));
            cohort.Put(MeetingRepository.KeyOf(circle.Id), circle);
            cohort.Put(MeetingRepository.SessionKey(circle.Id, 1), Session.Planned(circle.Id, 1, time, []) with { Status = SessionStatus.Held });
        }

        var kept = (await cohort.Store.ReadCohort(cohort.Id))!;
        cohort.Put(Rows.Cohort, kept with { Settings = kept.Settings with { Matching = kept.Settings.Matching with { Circles = new() } } });
        foreach (var person in people)
        {
            Wishes(cohort, person, Met);
        }

        Assert.Equal([(Met.Value, 10.0)], (await cohort.Close()).Tables.Single(table => table.Name == WaveCatalogue.UnmetTopics).Figures.Select(figure => (figure.Cell, figure.Value!.Value)));
    }

    /// <summary>By one choice or one person they differ, so that as figures about the same they would tell whose.</summary>
    [Fact]
    public async Task What_people_choose_in_one_cohort_has_nothing_to_do_with_what_they_choose_in_another()
    {
        var store = new MemoryStore();
        foreach (var (id, going) in new[] { ("spring", 6), ("autumn", 7) })
        {
            var cohort = new SurveyedCohort(store, id, SurveyedCohort.People(40));
            foreach (var (at, pair) in Pairs(cohort, 20).Index())
            {
                Say(cohort, pair.Mentee, at < going ? [pair.Id] : []);
                Say(cohort, pair.Mentor, at < going ? [pair.Id] : []);
            }

            Assert.Equal(going, (await cohort.Close()).Find(WaveCatalogue.GoOn, Cells.All)!.Value);
        }
    }

    [Fact]
    public async Task What_somebody_brought_who_was_erased_is_neither_met_nor_missed_by_whom_they_met()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(40));
        var pairs = Pairs(cohort, 20);
        foreach (var (at, person) in SurveyedCohort.People(40).Index())
        {
            Wishes(cohort, person, [Met, .. at < 26 ? [Wanted] : Array.Empty<TopicId>()]);
        }

        foreach (var pair in pairs.Take(7))
        {
            await cohort.Erase(pair.Mentor.Value);
        }

        // Seven leaders met somebody who is gone: were they missing it, 13 would be told.
        Assert.Equal([(Wanted.Value, 6.0)], (await cohort.Close()).Tables.Single(table => table.Name == WaveCatalogue.UnmetTopics).Figures.Select(figure => (figure.Cell, figure.Value!.Value)));
    }

    [Theory]
    [InlineData(6, 6.0)]
    [InlineData(2, null)]
    public async Task Pairs_go_on_where_both_say_so_and_one_alone_counts_for_nothing(int going, double? shown)
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(40));
        var pairs = Pairs(cohort, 20);
        foreach (var (pair, at) in pairs.Select((pair, at) => (pair, at)))
        {
            Say(cohort, pair.Mentee, [pair.Id]);
            Say(cohort, pair.Mentor, at < going ? [pair.Id] : []);
        }

        Assert.Equal(shown, (await cohort.Close()).Find(WaveCatalogue.GoOn, Cells.All)!.Value);
    }

    [Theory]
    [InlineData(6, 3)]
    [InlineData(4, 0)]
    public async Task What_people_recommend_is_published_without_names_and_of_enough_of_them_only(int people, int published)
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(20));
        foreach (var (person, at) in SurveyedCohort.People(people).Select((person, at) => (person, at)))
        {
            var id = SurveyedCohort.AskOf(person);
            cohort.Put(id.AnswerKey, new Answer<FeedbackAnswer>(id, DateTimeOffset.UnixEpoch, new(new Dictionary<ItemId, int>(), null) { Material = $"Book {at % 3}" }));
        }

        await cohort.Close();

        Assert.Equal(published, (await cohort.Store.ReadMaterial(cohort.Id)).Count);
        Assert.DoesNotContain(await cohort.Everything(), row => row.Key.StartsWith("answer.", StringComparison.Ordinal) && row.Body.Contains("Book", StringComparison.Ordinal));
    }

    private static void Wishes(SurveyedCohort cohort, PersonId person, params TopicId[] topics)
    {
        var id = new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, person);
        Wish[] wishes = [.. topics.Select((topic, at) => new Wish(topic, at + 1))];
        cohort.Put(id.AnswerKey, new Answer<OffersAnswer>(id, DateTimeOffset.UnixEpoch, new() { Offers = [], Wishes = wishes, WorkingHours = WorkingHours.Usual, Languages = ["en"] }));
    }

    private static void Say(SurveyedCohort cohort, PersonId person, IReadOnlyList<MeetingId> goesOn)
    {
        var id = SurveyedCohort.AskOf(person);
        cohort.Put(id.AnswerKey, new Answer<FeedbackAnswer>(id, DateTimeOffset.UnixEpoch, new(new Dictionary<ItemId, int>(), null) { GoesOn = goesOn }));
    }

    private static IReadOnlyList<Meeting> Pairs(SurveyedCohort cohort, int count)
    {
        var pairs = Enumerable.Range(0, count).Select(at => (Leader: new PersonId($"p{2 * at:D3}"), Mentor: new PersonId($"p{(2 * at) + 1:D3}"))).Select(two => new Meeting
        {
            Id = MeetingIds.OfPair(two.Mentor, two.Leader, 1), Kind = MeetingKind.Pair, Round = 1, Status = MeetingStatus.Completed, StartedAt = DateTimeOffset.UnixEpoch,
            Members = [new(two.Mentor, Role.Mentor, []), new(two.Leader, Role.Mentee, [])], Exchange = new([new(Met, Level.Expert, 1)], []),
        }).ToArray();
        foreach (var pair in pairs)
        {
            cohort.Put(MeetingRepository.KeyOf(pair.Id), pair);
        }

        return pairs;
    }
}
