using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>
/// A pair or circle put into a store by hand, and its process, one step at a time: what a step makes of the rows is seen in
/// milliseconds. All live in Berlin; it is Monday, 1 March 2027, 9 h there, and the sessions opened then.
/// </summary>
internal sealed class SteppedMeeting : IWakeSignal, IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The one leader of a pair, and the first of a circle.</summary>
    public static readonly Person Ana = Somebody("ana", Role.Mentee);

    /// <summary>The one junior of a pair, and the first of a circle.</summary>
    public static readonly Person Ben = Somebody("ben", Role.Mentor);

    public static readonly Person Lea = Somebody("lea", Role.Mentee), Kim = Somebody("kim", Role.Mentor), Luc = Somebody("luc", Role.Mentor);

    public static readonly CohortId Spring = new("spring");

    /// <summary>Every third week from Friday, 12 March, 15 h in Berlin.</summary>
    public static readonly FixedRhythm Fridays = new(3, new(2027, 3, 12), new(15, 0), "Europe/Berlin");

    private static readonly string Partition = Rows.Partition(Spring);

    private readonly ServiceProvider services;
    private readonly IProcess process;

    private SteppedMeeting(Meeting meeting, IReadOnlyList<Person> people, CohortSettings settings, ICalendar? calendar)
    {
        (Id, People) = (meeting.Id, people);
        Cohort = new(Spring, settings, Now);
        var collection = new ServiceCollection().AddSingleton<IStore>(Store).AddSingleton<TimeProvider>(Clock).AddSingleton<IWakeSignal>(this).AddProgramme();
        services = (calendar is null ? collection : collection.AddSingleton(calendar)).BuildServiceProvider();
        process = (IProcess)ActivatorUtilities.CreateInstance(
            services, collection.Single(service => service.ServiceType == typeof(IProcess) && service.ImplementationType!.Name == "MeetingProcess").ImplementationType!);
        Put(Rows.Cohort, Cohort);
        Put(Rows.State, CycleState.Begin(Now) with { Phase = PhaseNames.Sessions, OpenedAt = Now });
        Put(MeetingRepository.KeyOf(Id), meeting);
        Write(Waiting.Begin(meeting.Status, Id));
        foreach (var person in people)
        {
            Put(Rows.Person + person.Id, person);
        }
    }

    public MeetingId Id { get; }

    public Cohort Cohort { get; }

    public IReadOnlyList<Person> People { get; }

    public MemoryStore Store { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Now);

    /// <summary>Who was asked to step at once.</summary>
    public List<ProcessId> WokenNow { get; } = [];

    public IRescheduleService Rescheduling => services.GetRequiredService<IRescheduleService>();

    private MeetingRepository Repository => new(Store, Spring);

    /// <summary>Ana and Ben, who run and have no session yet.</summary>
    /// <param name="change">What the cohort does otherwise than usual.</param>
    /// <param name="calendar">Null: sessions live in mails.</param>
    public static SteppedMeeting Pair(Func<CohortSettings, CohortSettings>? change = null, ICalendar? calendar = null) => new(
        new()
        {
            Id = MeetingIds.OfPair(Ben.Id, Ana.Id, 1), Kind = MeetingKind.Pair, Round = 1, Status = MeetingStatus.Running,
            Members = [new(Ben.Id, Role.Mentor, []), new(Ana.Id, Role.Mentee, [])], ProposedAt = Now.AddDays(-7), StartedAt = Now,
        },
        [Ana, Ben], Settings(change, calendar), calendar);

    /// <summary>Ana and Lea, who lead, with Ben, Kim and Luc, who run and have no session yet.</summary>
    public static SteppedMeeting Circle(Func<CohortSettings, CohortSettings>? change = null, ICalendar? calendar = null)
    {
        Person[] people = [Ana, Lea, Ben, Kim, Luc];
        return new(
            new()
            {
                Id = MeetingIds.OfCircle(people.Select(person => person.Id), 1), Kind = MeetingKind.Circle, Round = 1, Status = MeetingStatus.Running, StartedAt = Now,
                Members = [.. people.OrderBy(person => person.Role is Role.Mentee).Select(person => new Core.Matching.Circles.Presenter(person.Id, person.Role, [])) ],
            },
            people, Settings(settings => (change ?? (same => same))(settings with { Matching = settings.Matching with { Circles = new() } }), calendar), calendar);
    }

    /// <summary>A session that was planned for a day counted from the beginning, 10 h in Berlin, 50 minutes.</summary>
    public Session At(int number, int day) => Core.Meetings.Records.Session.Planned(Id, number, On(day), []);

    /// <summary>As <see cref="At"/>; all who meet were told of it.</summary>
    public Session Told(int number, int day) => At(number, day) with { InvitedSequence = 0, Invited = [.. People.Select(person => person.Id)], ToldStart = On(day).Start };

    public static Interval On(int day, double hour = 9)
    {
        var start = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddHours(hour);
        return new(start, start.AddMinutes(50));
    }

    /// <summary>Puts sessions there, which the meeting has planned and whose bookings are held.</summary>
    public SteppedMeeting With(params Session[] sessions)
    {
        foreach (var session in sessions)
        {
            Put(MeetingRepository.SessionKey(Id, session.Number), session);
        }

        Put(Rows.History + Id, new MeetingHistory([.. sessions.Select(session => new SessionBooked(Now, session.Number, session.FirstTime.Start))]));
        Change(meeting => meeting with { SessionsPlanned = sessions.Length });
        return this;
    }

    public void Change(Func<Meeting, Meeting> change) => Put(MeetingRepository.KeyOf(Id), change(Read<Meeting>(MeetingRepository.KeyOf(Id))!));

    public void Change(Func<CycleState, CycleState> change) => Put(Rows.State, change(Read<CycleState>(Rows.State)!));

    public void Change(Person person) => Put(Rows.Person + person.Id, person);

    /// <summary>Somebody asks for something; the next step does it.</summary>
    public void Say(MeetingCommand command) => Put(command.SessionKey(Id, Clock.GetUtcNow()), command);

    /// <param name="form">What is asked.</param>
    /// <param name="person">Who is asked.</param>
    /// <param name="sent">When the question left the outbox; null: it is still there.</param>
    public void Ask(FormKind form, Person person, DateTimeOffset? sent = null)
    {
        var id = new AskId(Id.Value, form, 0, person.Id);
        Put(id.AskKey, new Ask { Id = id, SentAt = sent });
    }

    public void Answer<T>(FormKind form, Person person, T value, int number = 0, int revision = 0)
        where T : class
    {
        var id = new AskId(Id.Value, form, number, person.Id, revision);
        Put(id.AnswerKey, new Answer<T>(id, Clock.GetUtcNow(), value));
    }

    public void Put<T>(string key, T value) => Write(Documents.Put(key, value));

    public void Write(params Change[] changes) => Store.Write(Partition, changes).GetAwaiter().GetResult();

    /// <summary>One step, now.</summary>
    public Task<StepResult> Step() => process.Step(ProcessId.OfMeeting(Spring, Id), default);

    /// <summary>Steps until nothing is to be done at once.</summary>
    public async Task<StepResult> Settle()
    {
        var result = await Step();
        for (var steps = 1; result.WakeAt <= Clock.GetUtcNow(); steps++)
        {
            Assert.True(steps < 20, "It never comes to rest.");
            result = await Step();
        }

        return result;
    }

    /// <summary>Turns to a moment, and settles there.</summary>
    public async Task<StepResult> SettleAt(DateTimeOffset moment)
    {
        Clock.SetUtcNow(moment);
        return await Settle();
    }

    public Meeting Meeting() => Read<Meeting>(MeetingRepository.KeyOf(Id))!;

    public Session Session(int number) => Read<Session>(MeetingRepository.SessionKey(Id, number))!;

    public async Task<IReadOnlyList<Session>> Sessions() => await Repository.Sessions(Id).Select(row => row.Value).ToListAsync();

    public async Task<IReadOnlyList<CadenceEvent>> History() => (await Repository.History(Id))!.Value.Events;

    public async Task<IReadOnlyList<MeetingCommand>> Commands() => await Repository.Commands(Id).Select(row => row.Value).ToListAsync();

    public async Task<IReadOnlyList<SessionEventRow>> Events() => await Repository.Events(Id).Select(row => row.Value).ToListAsync();

    public async Task<IReadOnlyList<Ask>> Asks(FormKind form) =>
        await Store.Query<Ask>(Partition, KeyRange.Prefix(AskId.AsksOf(Id.Value))).Select(row => row.Value).Where(ask => ask.Id.Form == form).ToListAsync();

    public async Task<IReadOnlyList<Mail>> Mails(MailKind kind) =>
        await Store.Query<Mail>(Partition, KeyRange.Prefix(Rows.Mail)).Select(row => row.Value).Where(mail => mail.Kind == kind).ToListAsync();

    /// <summary>Who is told by a mail of this kind, by name, each as often as there are mails to them.</summary>
    public async Task<IEnumerable<string>> Told(MailKind kind) => (await Mails(kind)).Select(mail => mail.Person!.Value.Value).Order();

    /// <summary>Who looks for a place again; without a person: a place of this meeting.</summary>
    public async Task<IReadOnlyList<SeekingRow>> Seeking() =>
        await Store.Query<SeekingRow>(Partition, KeyRange.Prefix(Rows.Seeking)).Select(row => row.Value).ToListAsync();

    /// <summary>What is held for somebody, by all who meet.</summary>
    public async Task<IEnumerable<Interval>> Held(Person person) => (await new BookingRepository(Store).ReadPerson(person.Id)).Value.Entries.Select(entry => entry.Time);

    /// <summary>Another meeting of theirs, in another cohort, holds this time.</summary>
    public async Task Take(Person person, Interval time)
    {
        var bookings = new BookingRepository(Store);
        await bookings.Keep(await bookings.ReadPerson(person.Id), new("autumn"), new("p-other"), [time], default);
    }

    public bool Has(string key) => Store.Read(Partition, key).GetAwaiter().GetResult() is not null;

    public Task Woken(ProcessId woken, CancellationToken cancel)
    {
        WokenNow.Add(woken);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static Person Somebody(string name, Role role) => new()
    {
        Id = new(name), Name = name, Email = $"{name}@example.org", Role = role, TimeZone = "Europe/Berlin", Languages = ["en"],
    };

    private static CohortSettings Settings(Func<CohortSettings, CohortSettings>? change, ICalendar? calendar)
    {
        CohortSettings usual = new()
        {
            Name = "Spring", Start = new(2027, 1, 4), TimeZone = "Europe/Berlin", Closed = [],
            Contacts = new(new("Mara Vogt", "mara@example.org"), new("Jo Neutral", "jo@example.org")),
            Calendar = calendar is null ? new() : new(CalendarMode.Microsoft365),
        };
        return change is null ? usual : change(usual);
    }

    private T? Read<T>(string key)
        where T : class => Store.Read<T>(Partition, key).GetAwaiter().GetResult()?.Value;
}
