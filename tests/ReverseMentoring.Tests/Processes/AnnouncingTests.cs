using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.LocalHost.Time;

namespace ReverseMentoring.Tests.Processes;

/// <summary>Whoever stores something for a process has announced a step before: a stop just after the write loses nothing.</summary>
public sealed class AnnouncingTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly CohortId Spring = new("spring");
    private static readonly PersonId Ana = new("ana"), Ben = new("ben");
    private static readonly MeetingId Pair = new("p-1");
    private static readonly ProcessId OfCohort = ProcessId.OfCohort(Spring), OfPair = ProcessId.OfMeeting(Spring, Pair);

    /// <summary>What is said, and who is to hear of it.</summary>
    private static readonly Dictionary<string, (Func<IServiceProvider, Task> Say, ProcessId Hears)> Sayings = new()
    {
        ["somebody leaves, for the pair"] = (of => Participation(of).Leave(Spring, Ana), OfPair),
        ["somebody leaves, for the cohort"] = (of => Participation(of).Leave(Spring, Ana), OfCohort),
        ["somebody parts"] = (of => Participation(of).Part(Spring, Ana, Pair), OfPair),
        ["somebody pauses"] = (of => Participation(of).Pause(Spring, Ana, new(2027, 1, 9)), OfPair),
        ["somebody moves to another zone"] = (of => Participation(of).SetTime(Spring, Ana, new("Asia/Tokyo", null, null, [])), OfPair),
        ["somebody wants new links"] = (of => Participation(of).RenewLinks(Spring, Ana), ProcessId.Outbox),
        ["somebody would leave"] = (of => of.GetRequiredService<OwnAddressService>().Ask(Spring, Ana, OwnActKind.Leave), ProcessId.Outbox),
        ["somebody answers"] = (of => of.GetRequiredService<AnswerService>().StoreAnswer(Spring, new AskId(Pair.Value, FormKind.Pulse, 1, Ana), new PulseAnswer(true, 4)), OfPair),
        ["HR pauses the cohort"] = (async of => await Cohorts(of).GiveOnce((await Cohorts(of).Find(Spring))!, "once", CommandKind.Pause), OfCohort),
        ["HR takes somebody out"] = (of => of.GetRequiredService<PersonService>().TakeOut(Spring, Ana, tell: true, "once"), OfCohort),
        ["HR ends a pair"] = (of => of.GetRequiredService<PersonService>().End(Spring, Pair, "once"), OfPair),
        ["HR stops all mail"] = (of => of.GetRequiredService<MailStop>().Set(true), ProcessId.Outbox),
    };

    private readonly MemoryStore rows = new();
    private readonly WebApplication app;

    public AnnouncingTests() => app = LocalProgramme.Build(
        new LocalSettings(), new TurnableClock(Now), services => services.AddSingleton<IStore>(new StoppingStore(rows)));

    public static TheoryData<string> Names { get; } = [.. Sayings.Keys];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_stop_just_after_it_is_stored_loses_no_step(string name)
    {
        await Begin();
        var (say, hears) = Sayings[name];

        await Assert.ThrowsAsync<StoppedException>(() => say(app.Services));

        Assert.Contains(hears, await new DueRows(rows).Overdue(Now.AddMinutes(1)).Select(row => row.Process).ToListAsync());
    }

    private static ParticipationService Participation(IServiceProvider of) => of.GetRequiredService<ParticipationService>();

    private static CohortService Cohorts(IServiceProvider of) => of.GetRequiredService<CohortService>();

    private async Task Begin()
    {
        var settings = new CohortSettings { Name = "Spring", Start = new(2027, 1, 4), TimeZone = "UTC", Contacts = new(new("Pat", "pat@example.com"), new("Nia", "nia@example.net")) };
        var pair = new Meeting { Id = Pair, Kind = MeetingKind.Pair, Round = 1, Status = MeetingStatus.Running, Members = [new(Ben, Role.Mentor, []), new(Ana, Role.Mentee, [])] };
        var ask = new AskId(Pair.Value, FormKind.Pulse, 1, Ana);
        await rows.Write(Rows.Partition(Spring),
        [
            Documents.Insert(Rows.Cohort, new Cohort(Spring, settings, Now)),
            Documents.Insert(Rows.State, CycleState.Begin(Now) with { Phase = PhaseNames.Sessions, OpenedAt = Now }),
            Documents.Insert(Rows.Person + Ana, new Person { Id = Ana, Name = "Ana", Email = "ana@example.com", Role = Role.Mentee, TimeZone = "UTC", Languages = ["en"] }),
            MeetingRepository.Row(pair), MeetingRepository.Member(Ana, Pair), Waiting.Begin(MeetingStatus.Running, Pair),
            Documents.Insert(ask.AskKey, new Ask { Id = ask, SentAt = Now }),
        ]);
    }

    private sealed class StoppedException : Exception;

    /// <summary>Stops for good at whatever comes after the first write that is no due row.</summary>
    private sealed class StoppingStore(MemoryStore inner) : IStore
    {
        private bool stored;

        public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) => stored ? throw new StoppedException() : inner.Read(partition, key, cancel);

        public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) => stored ? throw new StoppedException() : inner.Query(partition, range, cancel);

        public async Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
        {
            if (stored)
            {
                throw new StoppedException();
            }

            var etags = await inner.Write(partition, changes, cancel);
            stored = partition != "due";
            return etags;
        }
    }
}
