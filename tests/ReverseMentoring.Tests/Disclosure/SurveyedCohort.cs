using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>A cohort whose closing survey is open: people answer, and the wave is closed as the cycle closes it.</summary>
internal sealed class SurveyedCohort
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);

    private readonly string partition;

    /// <param name="store">Shared by cohorts of one host.</param>
    /// <param name="id">The cohort's.</param>
    /// <param name="people">Ids; those with an odd number at their end are mentors.</param>
    /// <param name="minimumGroup">As the cohort asks for it.</param>
    public SurveyedCohort(MemoryStore store, string id, IEnumerable<PersonId> people, int minimumGroup = GroupSizes.Least)
    {
        (Store, Id, partition) = (store, new(id), Rows.Partition(new CohortId(id)));
        var settings = new CohortSettings { Name = id, Start = new(2027, 1, 5), Contacts = new(new("Pat", "pat@example.com"), new("Nia Neutral", "nia@example.net")), MinimumGroup = minimumGroup };
        Put(Rows.Cohort, new Cohort(Id, settings, Start));
        Put(Rows.State, CycleState.Begin(Start) with { Phase = PhaseNames.Feedback });
        store.Write(Rows.Cohorts, [Documents.Insert(id, new CohortListing(id, settings.Start, Start))]).GetAwaiter().GetResult();
        foreach (var person in people)
        {
            Put(Rows.Person + person, new Person
            {
                Id = person, Name = person.Value, Email = $"{person}@example.com", Role = (person.Value[^1] & 1) == 1 ? Role.Mentor : Role.Mentee, TimeZone = "UTC", Languages = ["en"],
            });
        }
    }

    public MemoryStore Store { get; }

    public CohortId Id { get; }

    public static IEnumerable<PersonId> People(int count) => Enumerable.Range(0, count).Select(number => new PersonId($"p{number:D3}"));

    public static AskId AskOf(PersonId person) => new(PhaseNames.Feedback, FormKind.Feedback, 0, person);

    public void Answer(string person, int grade, string? comment = null, bool mayBeShown = false) => Answer(new PersonId(person), grade, comment, mayBeShown);

    public void Answer(PersonId person, int grade, string? comment = null, bool mayBeShown = false) =>
        Put(AskOf(person).AnswerKey, new Answer<FeedbackAnswer>(AskOf(person), Start.AddHours(person.Value.Length), new(new Dictionary<ItemId, int> { [Item("again").Id] = grade, [Item("recommend").Id] = 2 * grade }, comment, mayBeShown)));

    /// <summary>One of the usual questions.</summary>
    public static SurveyItem Item(string slug) => StandardItems.All.Single(item => item.Slug == slug);

    /// <summary>A question that both sides are asked at the end.</summary>
    public static string Again { get; } = ItemTables.Level(Item("again"), SurveyMoment.End);

    public static string Recommend { get; } = ItemTables.Level(Item("recommend"), SurveyMoment.End);

    /// <summary>What somebody said before they met.</summary>
    public void Begin(PersonId person, SurveyItem item, int grade)
    {
        var id = new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, person);
        Put(id.AnswerKey, new Answer<OffersAnswer>(id, Start, new() { Offers = [], Wishes = [], WorkingHours = WorkingHours.Usual, Languages = ["en"], Said = new Dictionary<ItemId, int> { [item.Id] = grade } }));
    }

    /// <summary>What somebody said at the end to one question, and looking back.</summary>
    public void End(PersonId person, SurveyItem item, int grade, int? then = null) =>
        Put(AskOf(person).AnswerKey, new Answer<FeedbackAnswer>(AskOf(person), Start.AddHours(1), new(new Dictionary<ItemId, int> { [item.Id] = grade }, null)
        {
            Then = then is { } looked ? new Dictionary<ItemId, int> { [item.Id] = looked } : new Dictionary<ItemId, int>(),
        }));

    /// <summary>So many of each side have a partner, the first ones; the others have none.</summary>
    public void Pair(int count)
    {
        foreach (var at in Enumerable.Range(0, count))
        {
            var (mentor, mentee) = (new PersonId($"p{(2 * at) + 1:D3}"), new PersonId($"p{2 * at:D3}"));
            var id = MeetingIds.OfPair(mentor, mentee, 1);
            Put(MeetingRepository.KeyOf(id), new Meeting
            {
                Id = id, Kind = MeetingKind.Pair, Round = 1, Status = MeetingStatus.Completed, StartedAt = Start, Members = [new(mentor, Role.Mentor, []), new(mentee, Role.Mentee, [])],
            });
        }
    }

    /// <summary>What somebody said who left, parted or found nobody.</summary>
    public void Part(PersonId person, PartingAnswer said) => Put(AskId.Parting(person).AnswerKey, new Answer<PartingAnswer>(AskId.Parting(person), Start, said));

    /// <param name="name">Which survey.</param>
    /// <returns>What is published of it, at its first closing or at any later one.</returns>
    public async Task<PublishedWave> Close(string name = WaveNames.End)
    {
        var cohort = (await Store.ReadCohort(Id))!;
        await new StepContext(Store, cohort, (await Store.ReadState(Id))!, Start.AddDays(100)).CloseWave(name, default);
        return (await Store.ReadWaves(Id)).Single();
    }

    /// <summary>Has somebody erased, as they would.</summary>
    public Task Erase(string person)
    {
        var random = new SystemRandomSource();
        var wakes = new Wakes(new(Store), new Silence(), TimeProvider.System);
        return new ParticipationService(Store, new(Store, random), new(Store, TimeProvider.System), [], wakes, random, TimeProvider.System).Erase(Id, new PersonId(person));
    }

    public async Task<IReadOnlyList<string>> Comments() => await Store.ReadComments(Id, (await Store.ReadWaves(Id)).Single());

    /// <summary>All rows, as one who can read the store sees them.</summary>
    public async Task<IReadOnlyList<Row>> Everything() => await Store.Query(partition, KeyRange.Prefix("")).ToListAsync();

    /// <summary>What the published means give away: whose they are, as the tester knows and no manager does.</summary>
    public static IEnumerable<Released> ReleasedBy(PublishedWave wave, IReadOnlySet<PersonId> answered) =>
        from table in wave.Tables
        where WaveCatalogue.TableOf(wave.Name, table.Name, wave.Items).Kind is FigureKind.Mean or FigureKind.NetPromoter
        from figure in table.Figures
        where figure.State is FigureState.Shown
        let sides = figure.Cell == Cells.All ? answered : answered.Where(person => ((person.Value[^1] & 1) == 1) == (figure.Cell == Cells.Mentors))
        select Released.Sum(table.Name, sides);

    public void Put<T>(string key, T value) => Store.Write(partition, [Documents.Put(key, value)]).GetAwaiter().GetResult();

    private sealed class Silence : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
