using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Tests.Store;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>The id of who was erased goes from all rows of the cohort, and what has to stay is nobody's.</summary>
public sealed class ForgottenIdTests
{
    private static readonly CohortId Spring = new(SmallCohort.Id);
    private static readonly PersonId Ana = SmallCohort.Ana.Id;

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions).WithPair();
    private readonly SystemRandomSource random = new();

    private ParticipationService Participation => In(cohort.Store);

    [Fact]
    public async Task It_is_in_no_row_of_any_partition_and_what_stays_is_of_somebody_new()
    {
        Live();
        Assert.Contains(await Holding(Ana.Value), row => row.StartsWith(Rows.Released, StringComparison.Ordinal));

        await Participation.Erase(Spring, Ana);
        Assert.DoesNotContain(await Holding(Ana.Value), row => row.StartsWith(Rows.Released, StringComparison.Ordinal));
        Assert.Equal(SmallCohort.Start.AddMinutes(10), await Step());
        Assert.Equal([Rows.ForgottenId + Ana], await Holding(Ana.Value));
        cohort.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await Step());

        Assert.Empty(await Holding(Ana.Value));
        var pair = (await cohort.Find<Meeting>(MeetingRepository.KeyOf(SmallCohort.Pair.Id)))!;
        Assert.Equal(SmallCohort.Tomas.Id, pair.Mentor);
        var nobody = (await cohort.Find<Person>(Rows.Person + pair.Mentee))!;
        Assert.Equal((pair.Mentee, "", ""), (nobody.Id, nobody.Name, nobody.Email));
        Assert.NotNull(nobody.LeftAt);
        Assert.Equal([pair.Id], await new MeetingRepository(cohort.Store, Spring).OfPerson(pair.Mentee).Select(meeting => meeting.Id).ToListAsync());
        var mail = (await cohort.Find<Mail>($"{Rows.Mail}thanks.{pair.Mentee}"))!;
        Assert.Equal(($"thanks.{pair.Mentee}", pair.Mentee), (mail.Name, mail.Person!.Value));
        Assert.Equal(16, pair.Mentee.Value.Length);
    }

    [Fact]
    public async Task Two_who_go_at_the_same_moment_both_go_from_what_was_published()
    {
        Live();
        var store = new MeanwhileStore(cohort.Store);
        store.Meanwhile(Rows.Partition(Spring), Rows.Released, () => Participation.Erase(Spring, SmallCohort.Kim.Id));

        await In(store).Erase(Spring, Ana);

        Assert.True(store.IsDone);
        Assert.DoesNotContain(await Holding(Ana.Value), row => row.StartsWith(Rows.Released, StringComparison.Ordinal));
        Assert.DoesNotContain(await Holding(SmallCohort.Kim.Id.Value), row => row.StartsWith(Rows.Released, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_ledger_finds_the_id_in_a_copy_and_doesn_t_hold_it()
    {
        await Participation.Erase(Spring, Ana);

        var noted = Assert.Single(await new ErasureLedger(cohort.Store, cohort.Clock).Since(DateTimeOffset.MinValue));
        Assert.Equal((Spring, ErasureLedger.NameOf(Ana)), (noted.Cohort, noted.Person));
        Assert.DoesNotContain(await Holding(Ana.Value), row => row.StartsWith(ErasureLedger.Partition, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_request_has_left_that_was_stopped_on_the_way_the_step_does_a_minute_later_and_not_before()
    {
        Live();
        cohort.Put(Rows.ForgottenId + Ana, new ForgottenId(Ana, new("fresh"), SmallCohort.Start));
        var before = await cohort.Everything();

        Assert.Equal(SmallCohort.Start.AddMinutes(1), await Step());
        Assert.Equal(before, await cohort.Everything());
        cohort.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SmallCohort.Start.AddMinutes(10), await Step());

        Assert.Empty(await Holding(SmallCohort.Ana.Email));
        Assert.Equal("", (await cohort.Find<Person>(Rows.Person + "fresh"))!.Name);
        Assert.Null(await cohort.Find<Person>(Rows.Person + Ana));
    }

    [Fact]
    public async Task What_a_step_writes_that_had_read_the_id_before_is_found_by_the_last_look()
    {
        Live();
        await Participation.Erase(Spring, Ana);
        await Step();
        var fresh = (await cohort.Find<Meeting>(MeetingRepository.KeyOf(SmallCohort.Pair.Id)))!.Mentee;
        cohort.Put($"{Rows.Mail}thanks.{Ana}", MailOf("thanks") with { Attempts = 7 });
        cohort.Put($"{Rows.Mail}late.{Ana}", MailOf("late"));

        cohort.Clock.Advance(TimeSpan.FromMinutes(10));
        await Step();

        Assert.Empty(await Holding(Ana.Value));
        Assert.Equal(0, (await cohort.Find<Mail>($"{Rows.Mail}thanks.{fresh}"))!.Attempts);
        Assert.NotNull(await cohort.Find<Mail>($"{Rows.Mail}late.{fresh}"));
    }

    [Fact]
    public async Task Stopped_after_the_first_of_several_writes_no_pair_is_without_its_people()
    {
        Live();
        foreach (var number in Enumerable.Range(0, 80))
        {
            cohort.Put($"{Rows.Mail}a{number}.{Ana}", MailOf($"a{number}"));
        }

        await Participation.Erase(Spring, Ana);
        await Assert.ThrowsAsync<IOException>(() => Step(new StopsAfterOne(cohort.Store)));
        var pair = (await cohort.Find<Meeting>(MeetingRepository.KeyOf(SmallCohort.Pair.Id)))!;
        Assert.NotEqual(Ana, pair.Mentee);
        Assert.NotNull(await cohort.Find<Person>(Rows.Person + pair.Mentee));
        Assert.NotNull(await cohort.Store.Read(Rows.Partition(Spring), MeetingRepository.MemberKey(pair.Mentee, pair.Id)));
        Assert.Contains(await Holding(Ana.Value), row => row.StartsWith(Rows.Mail, StringComparison.Ordinal));

        await Step();
        Assert.Equal([Rows.ForgottenId + Ana], await Holding(Ana.Value));
    }

    [Fact]
    public async Task Where_a_step_has_come_to_between_rows_it_goes_on()
    {
        cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Sessions, Cursor = Rows.Person + Ana });
        await Participation.Erase(Spring, Ana);
        await Step();

        var cursor = (await cohort.Find<CycleState>(Rows.State))!.Cursor!;
        Assert.Equal((Rows.Person + Ana)[..^8], cursor);
    }

    [Fact]
    public async Task A_store_that_leaves_traces_loses_them_when_the_id_goes_and_at_the_end_and_not_for_nothing()
    {
        Live();
        await Participation.Erase(Spring, Ana);
        var store = new ForgetfulStore(cohort.Store);

        await Step(store);
        Assert.Equal(1, store.Forgot);
        cohort.Clock.Advance(TimeSpan.FromMinutes(5));
        await Step(store);
        Assert.Equal(1, store.Forgot);
        cohort.Clock.Advance(TimeSpan.FromMinutes(5));
        await Step(store);
        Assert.Equal(2, store.Forgot);
    }

    [Fact]
    public async Task Only_the_whole_id_is_one()
    {
        cohort.Put(Rows.Words + "en.1", new { text = new[] { $"x{Ana} {Ana}y" } });
        await Participation.Erase(Spring, Ana);
        await Step();

        Assert.Contains($"x{Ana} {Ana}y", (await cohort.Store.Read(Rows.Partition(Spring), Rows.Words + "en.1"))!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_an_event_is_still_to_leave_their_calendar_it_can_be_found_there()
    {
        var time = new Interval(SmallCohort.Start.AddDays(1), SmallCohort.Start.AddDays(1).AddHours(1));
        var booked = new SessionEventRow
        {
            Meeting = SmallCohort.Pair.Id, Number = 1, Name = $"event.{Ana}", Organizer = new CalendarPerson(Ana, "ana@example.org", "Ana"), Attendees = [Ana], Time = time, Sequence = 0,
        };
        cohort.Put(MeetingRepository.EventKey(SmallCohort.Pair.Id, 1), booked);
        cohort.Put(MeetingRepository.EventKey(SmallCohort.Pair.Id, 2), booked with { Number = 2, Organizer = null, Name = "event" });
        await Participation.Erase(Spring, Ana);
        await Step();
        Assert.DoesNotContain(Ana, (await cohort.Find<SessionEventRow>(MeetingRepository.EventKey(SmallCohort.Pair.Id, 2)))!.Attendees);
        Assert.Equal($"event.{Ana}", (await cohort.Find<SessionEventRow>(MeetingRepository.EventKey(SmallCohort.Pair.Id, 1)))!.Name);

        cohort.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SmallCohort.Start.AddMinutes(20), await Step());
        await cohort.Store.Write(Rows.Partition(Spring), [new Change.Delete(MeetingRepository.EventKey(SmallCohort.Pair.Id, 1))]);
        cohort.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await Step());
        Assert.Empty(await Holding(Ana.Value));
    }

    /// <summary>A row of each kind in which somebody stands by their id.</summary>
    private void Live()
    {
        cohort.WithSession(1, SmallCohort.Start.AddDays(3));
        cohort.AskInPhase(FormKind.Offers, SmallCohort.Ana);
        cohort.Put(Rows.Mail + "thanks." + Ana, MailOf("thanks"));
        cohort.Put(Rows.Mailed + Ana, new { of = new[] { Ana } });
        cohort.Put(Rows.Held + Ana + ".thanks", new { mail = new[] { "thanks." + Ana } });
        cohort.Put(Rows.Person + SmallCohort.Kim.Id, SmallCohort.Kim with { ManagerId = Ana });
        cohort.Put(Rows.Released + "half-time.000", new { figures = Array.Empty<object>(), people = new[] { Counted(Ana, "1"), Counted(SmallCohort.Kim.Id, "0") } });
        cohort.Put(AuditSalts.KeyOf(Ana), new { salt = new[] { "1" } });
        cohort.Store.Write(Rows.PersonPartition(Ana), [Documents.Put("bookings", new Bookings { Entries = [new(Spring, SmallCohort.Pair.Id, new(SmallCohort.Start, SmallCohort.Start.AddHours(1)))] })]).GetAwaiter().GetResult();
    }

    private ParticipationService In(IStore store) => new(
        store, new PersonRegister(store, random), new ErasureLedger(store, cohort.Clock), [], new Wakes(new DueRows(store), new Silence(), cohort.Clock), random, cohort.Clock);

    private static Dictionary<string, string> Counted(PersonId person, string figures) => new() { ["id"] = person.Value, ["isIn"] = figures };

    private static Mail MailOf(string what) => new() { Name = $"{what}.{Ana}", Kind = MailKind.Thanks, Person = Ana, QueuedAt = SmallCohort.Start, State = MailState.Sent };

    private async Task<DateTimeOffset?> Step(IStore? store = null) => await new ErasureCompletion(Participation).Settle(
        new(store ?? cohort.Store, cohort.Cohort, (await cohort.Store.ReadState(Spring))!, cohort.Clock.GetUtcNow()), default);

    /// <returns>Keys of rows in which a text stands; of other partitions than the cohort's, with their names.</returns>
    private async Task<IReadOnlyList<string>> Holding(string text)
    {
        var found = new List<string>();
        foreach (var partition in new[] { Rows.Partition(Spring), Rows.PersonPartition(Ana), PersonRegister.Partition, ErasureLedger.Partition })
        {
            found.AddRange(await cohort.Store.Query(partition, KeyRange.Prefix("")).Where(row => (partition + row.Key + row.Body).Contains(text, StringComparison.Ordinal))
                .Select(row => partition == Rows.Partition(Spring) ? row.Key : $"{partition}/{row.Key}").ToListAsync());
        }

        return found;
    }

    private sealed class ForgetfulStore(IStore inner) : IStore, IForgettingStore
    {
        public int Forgot { get; private set; }

        public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) => inner.Read(partition, key, cancel);

        public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) => inner.Query(partition, range, cancel);

        public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) => inner.Write(partition, changes, cancel);

        public Task Forget(CancellationToken cancel = default) => Task.FromResult(Forgot++);
    }

    private sealed class StopsAfterOne(IStore inner) : IStore
    {
        private int writes;

        public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) => inner.Read(partition, key, cancel);

        public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) => inner.Query(partition, range, cancel);

        public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) =>
            partition != Rows.Partition(Spring) || writes++ == 0 ? inner.Write(partition, changes, cancel) : throw new IOException("The host is gone.");
    }

    private sealed class Silence : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
