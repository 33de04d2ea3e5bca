using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>Sessions as events in calendars: booked, moved and taken out as the rows say, and looked at for what people do to them.</summary>
public sealed class SessionEventsTests
{
    private readonly FakeCalendar calendar = new();

    [Fact]
    public async Task Each_session_to_come_is_booked_once_with_all_who_come()
    {
        await using var pair = Begin();

        await pair.Settle();
        await pair.Settle();
        Assert.Equal([On(10), On(38)], calendar.Standing.Select(one => one.Time));
        Assert.All(calendar.All, one => Assert.Equal(["ana@example.org", "ben@example.org"], one.Attendees));
        Assert.Equal("ana, ben", calendar.All[0].Booked.Subject);
        var row = (await pair.Events())[0];
        Assert.Equal((1, calendar.All[0].Id, On(10), 0, Now), (row.Number, row.Id, row.Time, row.Sequence, row.LookedAt));
        Assert.Equal([Ana.Id, Ben.Id], row.Attendees);
        Assert.Null(row.Organizer);
    }

    [Theory]
    [InlineData(EventOrganizer.ServiceMailbox, null, "event.spring.{0}.s1.q0")]
    [InlineData(EventOrganizer.Mentor, "ben", "event.spring.{0}.s1.q0.ben")]
    [InlineData(EventOrganizer.Mentee, "ana", "event.spring.{0}.s1.q0.ana")]
    public async Task It_stands_in_the_calendar_that_the_cohort_chose(EventOrganizer organizer, string? whose, string name)
    {
        await using var pair = Begin(organizer);

        await pair.Settle();
        var booked = calendar.All[0].Booked;
        Assert.Equal(whose, booked.Organizer?.Id.Value);
        Assert.Equal(whose is null ? null : $"{whose}@example.org", booked.Organizer?.Address);
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, name, pair.Id), booked.Name);
    }

    [Fact]
    public async Task What_moves_by_our_rows_moves_there_and_what_somebody_took_out_before_is_booked_anew()
    {
        await using var pair = Begin();
        await pair.Settle();
        pair.Say(new(MeetingCommandKind.Move, Ana.Id, 1, On(11), 0));
        calendar.All[1].Gone = true;
        pair.Say(new(MeetingCommandKind.Move, Ana.Id, 2, On(44), 0));

        await pair.Settle();
        Assert.Equal([On(11), On(44)], calendar.Standing.Select(one => one.Time));
        var rows = await pair.Events();
        Assert.Equal([(On(11), 1), (On(44), 1)], rows.Select(row => (row.Time, row.Sequence)));
        Assert.EndsWith(".s1.q0", rows[0].Name, StringComparison.Ordinal);
        Assert.EndsWith(".s2.q1", rows[1].Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_meeting_s_end_all_that_is_to_come_leaves_calendars_and_rows()
    {
        await using var pair = Begin();
        await pair.Settle();
        pair.Write(MeetingCommand.End(pair.Id));

        Assert.True((await pair.Settle()).Ended);
        Assert.Empty(calendar.Standing);
        Assert.Empty(await pair.Events());
    }

    [Fact]
    public async Task What_is_over_is_left_in_calendars_and_its_row_goes()
    {
        await using var pair = Begin();
        await pair.Settle();

        await pair.SettleAt(On(10).Start);
        Assert.Equal(2, calendar.Standing.Count);
        Assert.Equal([2], (await pair.Events()).Select(row => row.Number));
    }

    [Fact]
    public async Task Of_a_circle_who_can_t_come_is_not_invited_and_who_can_again_is()
    {
        await using var circle = Circle(calendar: calendar);
        circle.With(circle.At(1, 10) with { Without = [Luc.Id] }, circle.At(2, 38));
        await circle.Settle();
        Assert.DoesNotContain("luc@example.org", calendar.All[0].Attendees);

        circle.Write(MeetingCommand.LookAgain(circle.Id));
        await circle.Settle();
        Assert.Contains("luc@example.org", calendar.All[0].Attendees);
        Assert.Contains(Luc.Id, (await circle.Events())[0].Attendees);
    }

    [Fact]
    public async Task Calendars_that_want_to_be_left_alone_are_asked_again_when_they_say_and_nothing_is_lost()
    {
        await using var pair = Begin();
        calendar.BusyFor = TimeSpan.FromMinutes(25);

        Assert.Equal(Now.AddMinutes(25), (await pair.Step()).WakeAt);
        Assert.Equal([1, 2], (await pair.Events()).Select(row => row.Number));
        Assert.All(await pair.Events(), row => Assert.Equal((null, null, null), (row.Id, row.Problem, row.UnwantedSince)));
        calendar.BusyFor = null;
        await pair.SettleAt(Now.AddMinutes(25));
        Assert.Equal(2, calendar.Standing.Count);
    }

    [Fact]
    public async Task What_is_no_longer_wanted_and_can_t_be_taken_out_is_noted_since_when()
    {
        await using var pair = Begin();
        await pair.Settle();
        pair.Write(MeetingCommand.End(pair.Id));
        calendar.BusyFor = TimeSpan.FromMinutes(25);

        Assert.Equal(Now.AddMinutes(25), (await pair.Step()).WakeAt);
        await pair.SettleAt(Now.AddMinutes(25));
        Assert.All(await pair.Events(), row => Assert.Equal(Now, row.UnwantedSince));
        calendar.BusyFor = null;
        await pair.SettleAt(Now.AddMinutes(50));
        Assert.Empty(await pair.Events());
    }

    [Fact]
    public async Task Where_somebody_moved_it_in_a_calendar_there_it_stands()
    {
        await using var pair = Begin();
        await pair.Settle();
        calendar.All[0].Time = On(11, 18);
        pair.Write(MeetingCommand.LookAtEvents(pair.Id));

        await pair.Settle();
        Assert.Equal((On(11, 18), 1, 1), (pair.Session(1).Time, pair.Session(1).Sequence, pair.Session(1).InvitedSequence));
        Assert.Contains(On(11, 18), await pair.Held(Ben));
        var row = (await pair.Events())[0];
        Assert.Equal((On(11, 18), 1), (row.Time, row.Sequence));
        Assert.Empty(await pair.Mails(Core.Mailing.MailKind.SessionMoved));
    }

    /// <summary>After the last day of all sessions it would hold up the whole cohort, and in the past it would be over.</summary>
    [Theory]
    [InlineData(300)]
    [InlineData(-5)]
    public async Task Where_somebody_moved_it_to_no_time_at_all_it_falls_and_its_event_moves_to_another(int day)
    {
        await using var pair = Begin();
        await pair.Settle();
        calendar.All[0].Time = On(day);
        pair.Write(MeetingCommand.LookAtEvents(pair.Id));

        await pair.Settle();
        Assert.InRange(pair.Session(1).Time.Start, Now, On(30).Start);
        Assert.Contains(await pair.History(), happened => happened is SessionUnscheduled { Session: 1, Reason: UnscheduledReason.Cancelled });
        Assert.Contains(pair.Session(1).Time, calendar.Standing.Select(one => one.Time));
        Assert.DoesNotContain(On(day), calendar.Standing.Select(one => one.Time));
    }

    /// <summary>Six sessions at most 45 days apart, and a week before the first: until 3 December.</summary>
    [Fact]
    public async Task Where_somebody_moved_it_to_the_end_of_the_last_day_it_stands()
    {
        await using var pair = Begin();
        await pair.Settle();
        var last = new Core.Time.Interval(new(2027, 12, 3, 22, 10, 0, TimeSpan.Zero), new(2027, 12, 3, 23, 0, 0, TimeSpan.Zero));
        calendar.All[0].Time = last;
        pair.Write(MeetingCommand.LookAtEvents(pair.Id));

        await pair.Settle();
        Assert.Equal(last, pair.Session(1).Time);
    }

    [Fact]
    public async Task Where_somebody_took_it_out_it_finds_another_time_under_another_name()
    {
        await using var pair = Begin();
        await pair.Settle();
        calendar.All[0].Gone = true;
        pair.Write(MeetingCommand.LookAtEvents(pair.Id));

        await pair.Settle();
        Assert.Equal(1, pair.Session(1).Sequence);
        Assert.Contains(await pair.History(), happened => happened is SessionUnscheduled { Session: 1, Reason: UnscheduledReason.Cancelled, By: null });
        Assert.EndsWith(".s1.q1", (await pair.Events())[0].Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_took_out_and_has_no_other_time_is_not_taken_out_again()
    {
        await using var pair = Begin();
        await pair.Settle();
        pair.Change(Ben with { WorkingHours = new([]) });
        calendar.All[0].Gone = true;
        pair.Write(MeetingCommand.LookAtEvents(pair.Id));

        await pair.Settle();
        Assert.Equal(Now, pair.Session(1).UnscheduledAt);
        Assert.Empty(calendar.Cancelled);
    }

    [Fact]
    public async Task What_has_begun_is_looked_at_no_more()
    {
        await using var pair = Begin();
        await pair.Settle();
        calendar.All[0].Gone = true;
        pair.Write(MeetingCommand.LookAtEvents(pair.Id));

        await pair.SettleAt(On(10).Start);
        Assert.Equal((On(10), 0), (pair.Session(1).Time, pair.Session(1).Sequence));
    }

    [Fact]
    public async Task A_fault_that_is_none_of_calendars_stops_the_step_and_is_tried_again()
    {
        var closed = new ClosedCalendar();
        await using var pair = Pair(calendar: closed);
        pair.With(pair.Told(1, 10), pair.At(2, 38));
        closed.Hides = new InvalidOperationException("A mistake of ours.");
        pair.Say(new(MeetingCommandKind.Cancel, Ana.Id, 1, null, 0));

        await Assert.ThrowsAsync<InvalidOperationException>(pair.Step);
        Assert.Null(pair.Session(1).UnscheduledAt);
        Assert.Single(await pair.Commands());
    }

    [Fact]
    public async Task Whose_calendar_it_stood_in_did_it()
    {
        await using var pair = Begin(EventOrganizer.Mentee);
        await pair.Settle();
        calendar.All[0].Gone = true;
        pair.Write(MeetingCommand.LookAtEvents(pair.Id));

        await pair.Settle();
        Assert.Contains(await pair.History(), happened => happened is SessionUnscheduled { Session: 1, By: { } by } && by == Ana.Id);
    }

    [Fact]
    public async Task Who_declines_it_there_is_taken_at_their_word_once()
    {
        await using var circle = Circle(calendar: calendar);
        circle.With(circle.At(1, 10), circle.At(2, 38));
        await circle.Settle();
        calendar.Decline(calendar.All[0], "LUC@example.org");
        circle.Write(MeetingCommand.LookAtEvents(circle.Id));
        await circle.Settle();

        Assert.Equal([Luc.Id], circle.Session(1).Declined!);
        Assert.Equal(1, circle.Session(1).AttendanceChanges);
        circle.Write(MeetingCommand.LookAtEvents(circle.Id));
        await circle.Settle();
        Assert.Equal(1, circle.Session(1).AttendanceChanges);
    }

    [Fact]
    public async Task Within_three_weeks_of_it_the_event_is_looked_at_once_a_day()
    {
        await using var pair = Begin(sessions: [30, 66]);
        await pair.Settle();
        calendar.All[0].Time = On(31);

        Assert.Equal(On(9).Start, (await pair.SettleAt(On(8).Start)).WakeAt);
        Assert.Equal(On(30), pair.Session(1).Time);
        await pair.SettleAt(On(9).Start);
        Assert.Equal(On(31), pair.Session(1).Time);
        Assert.Equal(On(10).Start, (await pair.SettleAt(On(9).Start.AddMinutes(1))).WakeAt);
    }

    [Fact]
    public async Task Nor_more_often_where_they_are_over_already()
    {
        await using var pair = Begin(sessions: [12, 66]);
        await pair.Settle();
        calendar.All[0].Time = On(13);

        Assert.Equal(Now.AddDays(1), (await pair.SettleAt(Now.AddHours(1))).WakeAt);
        Assert.Equal(On(12), pair.Session(1).Time);
        await pair.SettleAt(Now.AddDays(1));
        Assert.Equal(On(13), pair.Session(1).Time);
    }

    [Fact]
    public async Task An_event_that_can_t_be_looked_at_needs_attention_and_is_looked_at_again_the_next_day()
    {
        var closed = new ClosedCalendar();
        await using var pair = Pair(calendar: closed);
        pair.With(pair.At(1, 10), pair.At(2, 38));
        await pair.Settle();
        closed.Refuses = new CalendarException("ErrorAccessDenied");
        pair.Write(MeetingCommand.LookAtEvents(pair.Id));

        await pair.Settle();
        Assert.Equal("ErrorAccessDenied", (await pair.Events())[0].Problem);
        await pair.SettleAt(Now.AddMinutes(1));
        Assert.Equal(Attention.Calendar, pair.Meeting().Attention);
        closed.Refuses = null;
        await pair.SettleAt(Now.AddDays(1).AddMinutes(1));
        Assert.Null((await pair.Events())[0].Problem);
    }

    [Fact]
    public async Task Calendars_that_can_t_be_read_hold_nobody_up_and_those_that_nobody_reaches_are_waited_for()
    {
        var closed = new ClosedCalendar { Hides = new CalendarException("ErrorAccessDenied") };
        await using var pair = Pair(calendar: closed);
        await pair.Settle();
        Assert.Equal(6, pair.Meeting().SessionsPlanned);

        closed.Hides = new CalendarException(CalendarException.Unreachable);
        await using var other = Pair(calendar: closed);
        Assert.Equal(Now.AddHours(1), (await other.Step()).WakeAt);
        closed.Hides = new CalendarBusyException(TimeSpan.FromMinutes(5));
        Assert.Equal(Now.AddMinutes(5), (await other.Step()).WakeAt);
        Assert.Equal(0, other.Meeting().SessionsPlanned);
    }

    [Fact]
    public async Task A_look_that_calendars_put_off_holds_up_neither_invitation_nor_reminder_and_is_made_up_for()
    {
        var closed = new ClosedCalendar { Hides = new CalendarBusyException(TimeSpan.FromMinutes(5)) };
        await using var pair = Pair(calendar: closed);
        pair.With(pair.At(1, 1), pair.At(2, 38));

        Assert.Equal(Now.AddHours(1), (await pair.Settle()).WakeAt);
        Assert.Equal((-1, 0, true), (pair.Session(1).Looks, pair.Session(1).InvitedSequence, pair.Session(1).Reminded));
        closed.Hides = null;
        await pair.SettleAt(Now.AddHours(1));
        Assert.Equal(2, pair.Session(1).Looks);
    }

    [Fact]
    public async Task Who_can_t_come_can_t_though_nobody_can_look_into_calendars_and_a_time_is_found_when_somebody_can()
    {
        var closed = new ClosedCalendar();
        await using var pair = Pair(calendar: closed);
        pair.With(pair.Told(1, 10), pair.At(2, 38));
        await pair.Settle();
        closed.Hides = new CalendarBusyException(TimeSpan.FromMinutes(5));
        pair.Say(new(MeetingCommandKind.Cancel, Ana.Id, 1, null, 0));

        Assert.Equal(Now.AddHours(1), (await pair.Settle()).WakeAt);
        Assert.Equal((Now, 1), (pair.Session(1).UnscheduledAt, pair.Session(1).Sequence));
        Assert.Equal(Now.AddHours(2), (await pair.SettleAt(Now.AddHours(1))).WakeAt);
        Assert.Equal(Now, pair.Session(1).UnscheduledAt);
        closed.Hides = null;
        await pair.SettleAt(Now.AddHours(2));
        Assert.Equal((null, 2), (pair.Session(1).UnscheduledAt, pair.Session(1).Sequence));
    }

    /// <summary>Some calendars tell half-hours only.</summary>
    [Theory]
    [InlineData(29, 0, false)]
    [InlineData(0, 29, false)]
    [InlineData(30, 0, true)]
    [InlineData(0, 30, true)]
    public async Task An_entry_that_lies_nearly_where_our_own_event_does_is_that_event_and_another_is_in_its_way(int startsLater, int endsLater, bool isAnother)
    {
        await using var pair = Begin();
        await pair.Settle();
        calendar.All[1].Attendees = ["ana@example.org"];
        calendar.PutOver("ben@example.org", new(On(38).Start.AddMinutes(startsLater), On(38).End.AddMinutes(endsLater)));
        pair.Say(new(MeetingCommandKind.Move, Ana.Id, 2, new(On(38).Start.AddMinutes(40), On(38).End.AddMinutes(40)), 0));

        await pair.Settle();
        Assert.Equal(isAnother ? 0 : 1, pair.Session(2).Sequence);
    }

    private SteppedMeeting Begin(EventOrganizer organizer = EventOrganizer.ServiceMailbox, int[]? sessions = null)
    {
        var pair = Pair(settings => settings with { Calendar = settings.Calendar with { Organizer = organizer } }, calendar);
        return pair.With([.. (sessions ?? [10, 38]).Index().Select(one => pair.At(one.Index + 1, one.Item) with { Looks = 2 })]);
    }

    /// <summary>Books what it is asked to, and refuses to be looked at or into.</summary>
    private sealed class ClosedCalendar : ICalendar
    {
        private readonly FakeCalendar open = new();

        public CalendarException? Refuses { get; set; }

        public Exception? Hides { get; set; }

        public Task<IReadOnlyList<PersonBusy>> BusyAsync(IReadOnlyList<CalendarPerson> people, Core.Time.Interval window, CancellationToken cancellation) => Hides is { } hides ? throw hides : open.BusyAsync(people, window, cancellation);

        public Task<BookedEvent> BookAsync(SessionEvent session, CancellationToken cancellation) => open.BookAsync(session, cancellation);

        public Task<bool> MoveAsync(EventReference booked, Core.Time.Interval time, CancellationToken cancellation) => open.MoveAsync(booked, time, cancellation);

        public Task<bool> InviteAsync(EventReference booked, IReadOnlyList<CalendarPerson> attendees, CancellationToken cancellation) => open.InviteAsync(booked, attendees, cancellation);

        public Task CancelAsync(EventReference booked, string message, CancellationToken cancellation) => open.CancelAsync(booked, message, cancellation);

        public Task<EventChange?> LookAsync(EventReference booked, CancellationToken cancellation) => Refuses is { } refuses ? throw refuses : open.LookAsync(booked, cancellation);

        public Task<CalendarChanges> ChangesAsync(CalendarPerson? organizer, Core.Time.Interval window, string? since, CancellationToken cancellation) => open.ChangesAsync(organizer, window, since, cancellation);
    }
}
