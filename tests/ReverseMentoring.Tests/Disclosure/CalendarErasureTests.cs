using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Tests.Sessions;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>How long a cohort's erasure waits for calendars that refuse: without our rows nobody would know what still stands in them.</summary>
public sealed class CalendarErasureTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(20), Patience = TimeSpan.FromDays(2), Moment = TimeSpan.FromSeconds(1);

    private readonly SmallCohort small = SmallCohort.In(PhaseNames.Retention).WithPair();
    private readonly FakeCalendar calendar = new() { BusyFor = Pause };

    [Fact]
    public async Task What_is_to_come_is_waited_for()
    {
        Put(1, Moment);

        Assert.Equal(SmallCohort.Start + Pause, await Erase());
        Assert.NotNull(await small.Find<Person>(Rows.Person + SmallCohort.Ana.Id));
    }

    [Fact]
    public async Task What_begins_now_is_not()
    {
        Put(1, TimeSpan.Zero);

        Assert.Null(await Erase());
        Assert.Null(await small.Find<Person>(Rows.Person + SmallCohort.Ana.Id));
    }

    [Fact]
    public async Task Two_days_long_and_no_longer()
    {
        Put(1, TimeSpan.FromDays(9), unwanted: Patience - Moment);
        Assert.Equal(SmallCohort.Start + Pause, await Erase());

        Put(1, TimeSpan.FromDays(9), unwanted: Patience);
        Assert.Null(await Erase());
    }

    [Fact]
    public async Task While_one_event_of_a_pair_is_waited_for_the_others_are_too()
    {
        Put(1, TimeSpan.FromDays(9), unwanted: Patience + Moment);
        Put(2, TimeSpan.FromDays(10), unwanted: Moment);

        Assert.NotNull(await Erase());
    }

    [Fact]
    public async Task What_was_given_up_of_one_pair_doesn_t_hasten_another_s()
    {
        var other = SmallCohort.Pair with { Id = new MeetingId("p-other") };
        small.Put(MeetingRepository.KeyOf(other.Id), other);
        Put(1, TimeSpan.FromDays(9), unwanted: Patience + Moment);
        Put(1, TimeSpan.FromDays(9), meeting: other.Id);

        Assert.Equal(SmallCohort.Start + Pause, await Erase());
    }

    private void Put(int number, TimeSpan ahead, TimeSpan? unwanted = null, MeetingId? meeting = null)
    {
        var (of, start) = (meeting ?? SmallCohort.Pair.Id, SmallCohort.Start + ahead);
        small.Put(MeetingRepository.EventKey(of, number), new SessionEventRow
        {
            Meeting = of, Number = number, Name = $"event.{of}.{number}", Id = "there", Attendees = [SmallCohort.Ana.Id], Time = new(start, start.AddHours(1)), Sequence = 0,
            UnwantedSince = SmallCohort.Start - unwanted,
        });
    }

    private async Task<DateTimeOffset?> Erase()
    {
        var (store, clock) = (small.Store, small.Clock);
        var cohort = small.Cohort with { Settings = small.Cohort.Settings with { Calendar = new(CalendarMode.Microsoft365) } };
        small.Put(Rows.Cohort, cohort);
        var erasure = new CohortErasure(
            [], new MeetingCalendar(store, new CohortCalendars(calendar), clock), new PersonRegister(store, new SystemRandomSource()), new AuditLog(store, clock), new ErasureLedger(store, clock));
        return await erasure.Erase(new(store, cohort, (await store.ReadState(cohort.Id))!, clock.GetUtcNow()), default);
    }
}
