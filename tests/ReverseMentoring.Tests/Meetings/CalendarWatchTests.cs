using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>News of the product's own mailbox: asked for once an hour, brought to the meetings that they are about, and never lost.</summary>
public sealed class CalendarWatchTests : ICalendar, IWakeSignal
{
    private static readonly DateTimeOffset Now = SmallCohort.Start, Until = Now.AddDays(200);
    private static readonly MeetingId One = SmallCohort.Pair.Id, Other = new("p-other");
    private static readonly Interval Planned = new(Now.AddDays(3), Now.AddDays(3).AddMinutes(50));

    private readonly SmallCohort small = SmallCohort.In(PhaseNames.Sessions);
    private readonly List<(CalendarPerson? Organizer, Interval Window, string? Since)> asked = [];
    private readonly List<EventChange> news = [];
    private CalendarException? refuses;

    [Fact]
    public async Task It_is_asked_once_an_hour_for_what_is_new_since_the_last_time()
    {
        Assert.Equal(Now.AddHours(1), (await Listen()).Next);
        small.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(Now.AddHours(1), (await Listen()).Next);
        Assert.Single(asked);
        small.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Now.AddHours(2), (await Listen()).Next);

        // The window is that of the first call: a day back, and to the end of the sessions as it was then.
        Interval window = new(Now.AddDays(-1), Until);
        Assert.Equal([(null, window, null), (null, window, "since-1")], asked);
    }

    [Theory]
    [InlineData("gone", true)]
    [InlineData("declined", true)]
    [InlineData("declined by one", true)]
    [InlineData("accepted", false)]
    [InlineData("later", true)]
    [InlineData("longer", true)]
    [InlineData("as booked", false)]
    [InlineData("no time", false)]
    public async Task Its_meeting_looks_where_something_has_happened_that_is_not_our_own_doing(string what, bool looks)
    {
        Book(One, "ours");
        Book(Other, "other");
        news.Add(new(
            "ours",
            what switch
            {
                "later" => new(Planned.Start.AddMinutes(5), Planned.End),
                "longer" => new(Planned.Start, Planned.End.AddMinutes(5)),
                "no time" => null,
                _ => Planned,
            },
            what is "gone",
            [
                new("ana@example.org", what is "declined" or "declined by one" ? EventResponse.Declined : EventResponse.Accepted),
                .. what is "declined by one" ? [new EventAnswer("tomas@example.org", EventResponse.Accepted)] : Array.Empty<EventAnswer>(),
            ]));

        var heard = await Listen();
        Assert.Equal(looks ? [ProcessId.OfMeeting(small.Cohort.Id, One)] : [], heard.Meetings);
        Assert.Equal(looks ? [MeetingCommandKind.LookAtEvents] : [], (await Commands(One)).Select(command => command.Kind));
        Assert.Empty(await Commands(Other));
        Assert.Equal(looks ? [ProcessId.OfMeeting(small.Cohort.Id, One)] : [], await Due());
    }

    [Fact]
    public async Task A_meeting_is_told_once_however_much_has_happened_and_events_of_others_are_nobody_s()
    {
        Book(One, "first");
        Book(One, "second", number: 2);
        Book(Other, id: null);
        news.AddRange([new("first", null, true, []), new("second", null, true, []), new("somebody-s", null, true, [])]);

        Assert.Single((await Listen()).Meetings);
    }

    [Theory]
    [InlineData(EventOrganizer.Mentor)]
    [InlineData(EventOrganizer.Mentee)]
    public async Task Where_events_stand_in_people_s_own_calendars_there_is_nothing_to_listen_to(EventOrganizer organizer)
    {
        var (meetings, next) = await Listen(new(CalendarMode.Microsoft365) { Organizer = organizer });

        Assert.Empty(meetings);
        Assert.Null(next);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task Nor_where_sessions_live_in_mails()
    {
        Assert.Null((await Listen(new())).Next);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task Left_alone_as_long_as_it_wishes_it_is_asked_for_the_same_then()
    {
        await Listen();
        small.Clock.Advance(TimeSpan.FromHours(1));
        refuses = new CalendarBusyException(TimeSpan.FromMinutes(7));
        var (meetings, next) = await Listen();
        Assert.Empty(meetings);
        Assert.Equal(Now.AddMinutes(67), next);

        refuses = null;
        await Listen();
        Assert.Equal("since-1", asked[^1].Since);
    }

    [Fact]
    public async Task What_no_longer_knows_what_it_said_last_is_asked_for_everything_an_hour_later()
    {
        refuses = new("SyncStateNotFound");
        Assert.Equal(Now.AddHours(1), (await Listen()).Next);
        refuses = null;
        small.Clock.Advance(TimeSpan.FromHours(1));
        await Listen();
        small.Clock.Advance(TimeSpan.FromHours(1));
        refuses = new("SyncStateNotFound");
        var (meetings, next) = await Listen();
        Assert.Empty(meetings);
        Assert.Equal(Now.AddHours(3), next);
        Assert.Equal(Now.AddHours(3), (await Listen()).Next);

        refuses = null;
        small.Clock.Advance(TimeSpan.FromHours(1));
        await Listen();
        Assert.Equal([null, null, "since-2", null], asked.Select(call => call.Since));
        Assert.Single(asked.Select(call => call.Window).Distinct());
    }

    Task<CalendarChanges> ICalendar.ChangesAsync(CalendarPerson? organizer, Interval window, string? since, CancellationToken cancellation)
    {
        asked.Add((organizer, window, since));
        return refuses is null ? Task.FromResult(new CalendarChanges(news, $"since-{asked.Count}", Complete: false)) : throw refuses;
    }

    Task<IReadOnlyList<PersonBusy>> ICalendar.BusyAsync(IReadOnlyList<CalendarPerson> people, Interval window, CancellationToken cancellation) => throw new NotSupportedException();

    Task<BookedEvent> ICalendar.BookAsync(SessionEvent session, CancellationToken cancellation) => throw new NotSupportedException();

    Task<bool> ICalendar.MoveAsync(EventReference booked, Interval time, CancellationToken cancellation) => throw new NotSupportedException();

    Task<bool> ICalendar.InviteAsync(EventReference booked, IReadOnlyList<CalendarPerson> attendees, CancellationToken cancellation) => throw new NotSupportedException();

    Task ICalendar.CancelAsync(EventReference booked, string message, CancellationToken cancellation) => throw new NotSupportedException();

    Task<EventChange?> ICalendar.LookAsync(EventReference booked, CancellationToken cancellation) => throw new NotSupportedException();

    Task IWakeSignal.Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;

    private Task<(IReadOnlyList<ProcessId> Meetings, DateTimeOffset? Next)> Listen() => Listen(new(CalendarMode.Microsoft365));

    private async Task<(IReadOnlyList<ProcessId> Meetings, DateTimeOffset? Next)> Listen(CalendarRule settings)
    {
        var cohort = small.Cohort with { Settings = small.Cohort.Settings with { Calendar = settings } };
        var watch = new CalendarWatch(small.Store, new CohortCalendars(this), new Wakes(new DueRows(small.Store), this, small.Clock));
        return await watch.Listen(new(small.Store, cohort, (await small.Store.ReadState(cohort.Id))!, small.Clock.GetUtcNow()), Until.AddDays(asked.Count), default);
    }

    private void Book(MeetingId meeting, string? id, int number = 1) => small.Put(MeetingRepository.EventKey(meeting, number), new SessionEventRow
    {
        Meeting = meeting, Number = number, Name = $"event.{meeting}.{number}", Id = id, Attendees = [SmallCohort.Ana.Id], Time = Planned, Sequence = 0,
    });

    private async Task<IReadOnlyList<MeetingCommand>> Commands(MeetingId meeting) =>
        await new MeetingRepository(small.Store, small.Cohort.Id).Commands(meeting).Select(row => row.Value).ToListAsync();

    /// <summary>Whose steps are announced, should the one who heard it be stopped.</summary>
    private async Task<IReadOnlyList<ProcessId>> Due() =>
        await new DueRows(small.Store).Overdue(Now.AddMinutes(1)).Select(due => due.Process).ToListAsync();
}
