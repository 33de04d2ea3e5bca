using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Circles;
using ReverseMentoring.Tests.Mailing;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>What is left when a cohort is erased: nothing that is not on this list.</summary>
public sealed class ErasedCohortTests
{
    private static readonly string[] Stays = ["cohort", "state"];

    [Fact]
    public async Task Nothing_of_a_cohort_of_pairs_is_left_but_its_name_and_its_way()
    {
        await using var programme = await PairLife.Begin();
        await programme.TurnToBefore(1, 1.5);
        await programme.CantMakeIt(Leader(1));
        await programme.Hold(1);
        await Expect(programme, Leader(1));
        var before = await Keys(programme);
        Assert.Contains(before, key => key.StartsWith("history.", StringComparison.Ordinal));
        Assert.Contains(before, key => key.StartsWith("message.", StringComparison.Ordinal));
        Assert.Contains(before, key => key.StartsWith("mail.", StringComparison.Ordinal));

        await Erase(programme);

        Assert.Equal(Stays, await Keys(programme));
    }

    [Fact]
    public async Task Nor_of_one_of_circles()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        await Expect(programme, Leader(1));
        Assert.Contains(await Keys(programme), key => key.StartsWith("meeting.", StringComparison.Ordinal));

        await Erase(programme);

        Assert.Equal(Stays, await Keys(programme));
    }

    [Fact]
    public async Task Nothing_that_was_booked_for_its_people_is_left_either()
    {
        await using var programme = await PairLife.Begin();
        var people = await programme.People();
        Assert.All(people, person => Assert.NotEmpty(Rows(programme, "p." + person.Id)));

        await Erase(programme);

        Assert.All(people, person => Assert.Empty(Rows(programme, "p." + person.Id)));
    }

    [Fact]
    public async Task Nor_its_mails_nor_the_last_that_the_register_knew_of_its_people_nor_whom_they_could_ask()
    {
        await using var programme = await PairLife.Begin();
        Assert.NotEmpty(Rows(programme, PersonRegister.Partition));
        Assert.NotEmpty(programme.Mailbox.All());

        await Erase(programme);

        Assert.Empty(Rows(programme, PersonRegister.Partition));
        Assert.Empty(programme.Mailbox.All());
        var left = (await programme.Store.Read<Cohort>($"c.{programme.Cohort}", "cohort"))!.Value;
        Assert.Equal(new Contacts(new Contact("", ""), new Contact("", "")), left.Settings.Contacts);
    }

    [Fact]
    public async Task Nor_the_data_protection_officer_nor_as_whom_mails_came()
    {
        await using var programme = await TestProgramme.Start(
            SmallCompany.Of(1, 1), new { notice = new { responsible = "Example", officer = new { name = "Ola Officer", email = "ola@example.org" } }, branding = new { sender = "Sam Sender" } });

        Assert.NotEmpty(await Naming());

        await Erase(programme);

        Assert.Empty(await Naming());

        ValueTask<List<string>> Naming() => programme.Store.Query($"c.{programme.Cohort}", KeyRange.Prefix(""))
            .Where(row => row.Body.Contains("ola@example.org", StringComparison.Ordinal) || row.Body.Contains("Sam Sender", StringComparison.Ordinal)).Select(row => row.Key).ToListAsync();
    }

    [Fact]
    public async Task Each_erasure_is_noted_once_for_its_cohort_however_often_its_step_runs()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        var first = programme.Cohort;
        await Erase(programme);
        await programme.StartAnother(SmallCompany.Of(1, 1));
        await Erase(programme);
        var state = await programme.Store.Read<CycleState>($"c.{programme.Cohort}", "state");
        var context = new StepContext(programme.Store, (await programme.Store.Read<Cohort>($"c.{programme.Cohort}", "cohort"))!.Value, state!, programme.Time.Now);
        await programme.Host.GetRequiredService<CohortErasure>().Erase(context, CancellationToken.None);

        var noted = (await new AuditLog(programme.Store, programme.Clock).Newest(100)).Where(entry => entry.Act == "phase:erased");

        Assert.Equal([programme.Cohort, first], noted.Select(entry => entry.Cohort!.Value));
    }

    [Fact]
    public async Task A_store_that_leaves_traces_is_made_to_lose_them_once_all_is_deleted()
    {
        var store = new TracingStore();
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), more: services => services.AddSingleton<IStore>(store));
        await programme.TurnTo(5);

        await Erase(programme);

        Assert.Equal([Stays], store.Forgotten);
    }

    [Fact]
    public async Task Calendars_that_ask_for_time_are_tried_again_as_soon_as_the_first_of_them_allows_it()
    {
        var calendar = new FakeCalendar();
        await using var programme = await PairLife.Begin(calendar, pairs: 2);
        calendar.KeepsEventsOf[Leader(1)] = TimeSpan.FromMinutes(20);
        calendar.KeepsEventsOf[Leader(2)] = TimeSpan.FromHours(3);
        await Erase(programme);
        Assert.NotEqual(CycleStatus.Erased, (await programme.State()).Status);

        calendar.KeepsEventsOf.Clear();
        await programme.Time.TurnTo(programme.Time.Now.AddMinutes(25));

        Assert.Equal(CycleStatus.Erased, (await programme.State()).Status);
        Assert.Empty(calendar.Standing);
    }

    /// <summary>The mail service tells us by a UUID what became of a mail.</summary>
    private static Task Expect(TestProgramme programme, string who) =>
        new Bounces(programme.Store, programme.Clock).Expect([SentMailId.PartsOf(programme.Mails(who)[0].Id)]);

    private static async Task Erase(TestProgramme programme)
    {
        await programme.Command("cancel");
        await programme.Command("erase");
    }

    private static async Task<string[]> Keys(TestProgramme programme) =>
        await programme.Store.Query($"c.{programme.Cohort}", KeyRange.Prefix("")).Select(row => row.Key).ToArrayAsync();

    private static List<string> Rows(TestProgramme programme, string partition) =>
        programme.Store.Query(partition, KeyRange.Prefix("")).Select(row => row.Key).ToBlockingEnumerable().ToList();

    /// <summary>Notes which rows of the cohort are left when it is asked to forget.</summary>
    private sealed class TracingStore : IStore, IForgettingStore
    {
        private readonly MemoryStore store = new();
        private string partition = "";

        public List<string[]> Forgotten { get; } = [];

        public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) => store.Read(partition, key, cancel);

        public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) => store.Query(partition, range, cancel);

        public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
        {
            this.partition = partition.StartsWith("c.", StringComparison.Ordinal) ? partition : this.partition;
            return store.Write(partition, changes, cancel);
        }

        public async Task Forget(CancellationToken cancel = default) =>
            Forgotten.Add(await store.Query(partition, KeyRange.Prefix(""), cancel).Select(row => row.Key).ToArrayAsync(cancel));
    }
}
