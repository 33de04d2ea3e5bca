using Microsoft.Extensions.Time.Testing;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Forms;

/// <summary>A cohort of three people put into a store by hand: Ana the mentee, Tomás her mentor, and Kim who looks on.</summary>
internal sealed class SmallCohort
{
    public const string Id = "spring";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static readonly Person Ana = Participant("Ana Lindqvist", "ana@example.org", Role.Mentee, "Europe/Stockholm", "en") with
    {
        JobTitle = "Chief Financial Officer", Department = "Finance", Location = "Stockholm",
    };

    public static readonly Person Tomas = Participant("Tomás Prieto", "tomas@example.org", Role.Mentor, "America/New_York", "en") with
    {
        JobTitle = "Data analyst", Department = "Retail", Location = "New York",
    };

    public static readonly Person Kim = Participant("Kim Okafor", "kim@example.org", Role.Mentor, "Europe/London", "en");

    public static readonly Meeting Pair = new()
    {
        Id = MeetingIds.OfPair(Tomas.Id, Ana.Id, 1),
        Kind = MeetingKind.Pair,
        Members = [new(Tomas.Id, Role.Mentor, []), new(Ana.Id, Role.Mentee, [])],
        Round = 1,
        Status = MeetingStatus.Running,
        SessionsPlanned = 6,
        Topics = [new TopicId("technology"), new TopicId("careers")],
        Exchange = new([new(new TopicId("technology"), Level.Expert, 1)], [new(new TopicId("careers"), Level.Practised, 2)]),
    };

    private readonly LinkSigner signer = new([new("k1", new byte[32])]);

    public MemoryStore Store { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Start);

    public LinkSigner Signer => signer;

    public Cohort Cohort { get; } = new(
        new CohortId(Id),
        new()
        {
            Name = "Spring cohort",
            Start = new(2026, 3, 2),
            TimeZone = "Europe/Berlin",
            Contacts = new(new("Mara Vogt", "mara@example.org"), new("Jo Neutral", "jo@example.org")),
            Branding = new("Northwind Lumen"),
        },
        Start);

    public static Person Participant(string name, string email, Role role, string zone, string language) => new()
    {
        Id = SampleIds.Of(email), Name = name, Email = email, Role = role, TimeZone = zone, Languages = [language],
    };

    /// <summary>As answers name people who are to be kept apart.</summary>
    public async Task<string> SealOf(Person namer, Person named) => (await PersonRegister.FindHasher(Store))!.Seal(namer.Id, named.Email);

    public static SmallCohort In(string phase, CycleStatus status = CycleStatus.Running)
    {
        var cohort = new SmallCohort();
        cohort.Put(Rows.Cohort, cohort.Cohort);
        cohort.Put(Rows.State, CycleState.Begin(Start) with { Phase = phase, Status = status, OpenedAt = Start });
        foreach (var person in new[] { Ana, Tomas, Kim })
        {
            cohort.Put(Rows.Person + person.Id, person);
        }

        return cohort;
    }

    /// <param name="status">Where the pair stands.</param>
    /// <param name="wishes">Who of the two would like a fixed rhythm; null: nobody.</param>
    public SmallCohort WithPair(MeetingStatus status = MeetingStatus.Running, Person? wishes = null)
    {
        var wish = wishes is null ? null : new RhythmWish(wishes.Id, 1, new(2, DateOnly.FromDateTime(Start.AddDays(9).Date), new(12, 30), "Europe/Berlin"));
        Put(MeetingRepository.KeyOf(Pair.Id), Pair with { Status = status, RhythmWish = wish });
        Store.Write(Rows.Partition(new CohortId(Id)), [.. new[] { Ana, Tomas }.Select(person => MeetingRepository.Member(person.Id, Pair.Id))]).GetAwaiter().GetResult();

        return this;
    }

    public SmallCohort WithSession(int number, DateTimeOffset start, int sequence = 0)
    {
        var time = new Interval(start, start.AddMinutes(50));
        Put(MeetingRepository.SessionKey(Pair.Id, number), new Session
        {
            Meeting = Pair.Id, Number = number, Time = time, FirstTime = time, Sequence = sequence,
        });
        return this;
    }

    /// <summary>Asks somebody, by a mail that has gone out.</summary>
    public AskId Ask(FormKind form, string scope, Person person, int number = 0, int revision = 0)
    {
        var id = new AskId(scope, form, number, person.Id, revision);
        Put(id.AskKey, new Ask { Id = id, SentAt = Start });
        return id;
    }

    public AskId AskInPhase(FormKind form, Person person) => Ask(form, form switch
    {
        FormKind.Topics => PhaseNames.CallForTopics,
        FormKind.Offers => PhaseNames.OffersAndWishes,
        _ => PhaseNames.Feedback,
    }, person);

    public string Token(FormKind form, Person person, string scope = "", int number = 0, int days = 400, int revision = 0) =>
        signer.Sign(new(form, new CohortId(Id), person.Id, scope, number, Clock.GetUtcNow(), Clock.GetUtcNow().AddDays(days)) { Revision = revision });

    public string Token(AskId ask) =>
        signer.Sign(new(ask.Form, new CohortId(Id), ask.Person, ask.Scope, ask.Number, Clock.GetUtcNow(), Clock.GetUtcNow().AddDays(400)));

    public void Put<T>(string key, T value) => Store.Write(Rows.Partition(new CohortId(Id)), [Documents.Put(key, value)]).GetAwaiter().GetResult();

    public async Task<T?> Find<T>(string key)
        where T : class => (await Store.Read<T>(Rows.Partition(new CohortId(Id)), key))?.Value;

    public async Task<T?> AnswerOf<T>(AskId id)
        where T : class => (await Find<Answer<T>>(id.AnswerKey))?.Value;

    /// <summary>All that is stored of the cohort, to see whether a request changed anything.</summary>
    public async Task<string> Everything() => string.Join('\n', await Store.Query(Rows.Partition(new CohortId(Id)), new("", "~")).Select(row => $"{row.Key} {row.ETag}").ToListAsync());
}
