using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Properties;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>A pair whose sessions stand in calendars that people use, and that fail as real ones do.</summary>
public sealed class CalendarLifeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_session_is_booked_once_whatever_answers_are_lost(int losesEvery)
    {
        var calendar = new FakeCalendar { LosesEvery = losesEvery };
        await using var programme = await PairLife.Begin(calendar);
        await programme.Time.TurnTo(programme.Time.Now.AddDays(2));

        Assert.Equal((await programme.Sessions()).Select(session => session.Time), calendar.All.Select(one => one.Time));
        Assert.All(calendar.All, one => Assert.Equal([Leader(1), Junior(1)], one.Booked.Attendees.Select(person => person.Address)));
        Assert.Empty(programme.Mails(Leader(1), "sessioninvitation"));

        await programme.TurnToBefore(1, 1.5);
        await programme.CantMakeIt(Junior(1));
        await programme.Time.TurnTo(programme.Time.Now.AddHours(20));
        Assert.Equal((await programme.Sessions()).Select(session => session.Time), calendar.Standing.Select(one => one.Time));
    }

    [Fact]
    public async Task Times_that_are_taken_in_a_calendar_are_neither_planned_nor_proposed()
    {
        var calendar = new FakeCalendar();
        var busy = Enumerable.Range(0, 120).Select(day => new DateTimeOffset(2027, 1, 4, 0, 0, 0, TimeSpan.Zero).AddDays(day))
            .Select(day => new Interval(day.AddHours(6), day.AddHours(13))).ToArray();
        Array.ForEach(busy, time => calendar.PutOver(Leader(1), time));
        await using var programme = await PairLife.Begin(calendar);

        await programme.TurnToBefore(1, 1.5);
        await programme.CantMakeIt(Leader(1));

        Assert.All(await programme.Sessions(), session => Assert.DoesNotContain(busy, session.Time.Overlaps));
        Assert.Equal(1, (await programme.Session()).Sequence);
    }

    [Fact]
    public async Task A_session_over_which_something_was_put_moves_by_itself_and_both_are_told()
    {
        var calendar = new FakeCalendar();
        await using var programme = await PairLife.Begin(calendar);
        var session = await programme.Session();
        calendar.PutOver(Leader(1), session.Time);

        await programme.TurnToBefore(1, 1);

        var moved = await programme.Session();
        Assert.NotEqual(session.Time, moved.Time);
        Assert.Contains(calendar.Standing, one => one.Time == moved.Time);
        Assert.Equal(0, (await programme.Pair()).FallsInARow);
        Assert.All([Leader(1), Junior(1)], who => Assert.Single(programme.Mails(who, "sessionmoved")));
    }

    [Fact]
    public async Task A_declined_session_finds_another_time_and_counts_as_a_fall()
    {
        var calendar = new FakeCalendar();
        await using var programme = await PairLife.Begin(calendar);
        var session = await programme.Session();
        await programme.TurnToBefore(1, 3);
        calendar.Decline(calendar.Standing[0], Junior(1));

        await programme.Time.TurnTo(programme.Time.Now.AddDays(1.2));

        var moved = await programme.Session();
        Assert.NotEqual(session.Time, moved.Time);
        Assert.Equal(1, (await programme.Pair()).FallsInARow);
        Assert.Equal(4, calendar.Standing.Count);
        Assert.Empty(calendar.Standing[0].Answers);
    }

    [Fact]
    public async Task A_session_that_is_declined_long_before_finds_another_time_within_hours()
    {
        var calendar = new FakeCalendar();
        await using var programme = await PairLife.Begin(calendar);
        var session = await programme.Session(3);
        calendar.Decline(calendar.Standing[2], Leader(1));

        await programme.Time.TurnTo(programme.Time.Now.AddHours(2));

        Assert.NotEqual(session.Time, (await programme.Session(3)).Time);
        Assert.Equal((await programme.Sessions()).Select(one => one.Time).Order(Comparer<Interval>.Create((one, other) => one.Start.CompareTo(other.Start))), calendar.Standing.Select(one => one.Time));
    }

    [Fact]
    public async Task A_session_taken_out_of_the_calendar_is_booked_anew()
    {
        var calendar = new FakeCalendar();
        await using var programme = await PairLife.Begin(calendar);
        await programme.TurnToBefore(1, 4);
        calendar.Standing[0].Gone = true;

        await programme.Time.TurnTo(programme.Time.Now.AddDays(1.2));

        Assert.Equal((await programme.Sessions()).Select(session => session.Time), calendar.Standing.Select(one => one.Time));
        Assert.Equal(1, (await programme.Pair()).FallsInARow);
    }

    [PropertyFact]
    public async Task A_session_moved_in_the_calendar_stays_where_it_was_moved_to()
    {
        var calendar = new FakeCalendar();
        await using var programme = await PairLife.Begin(calendar);
        await programme.TurnToBefore(1, 4);
        var to = new Interval(calendar.Standing[0].Time.Start.AddMinutes(105), calendar.Standing[0].Time.End.AddMinutes(105));
        calendar.Standing[0].Time = to;

        await programme.Time.TurnTo(programme.Time.Now.AddDays(1.2));
        Assert.Equal(to, (await programme.Session()).Time);
        await programme.Hold(1);

        Assert.Equal((SessionStatus.Held, 0), ((await programme.Session()).Status, (await programme.Pair()).FallsInARow));
    }

    [Fact]
    public async Task Calendars_that_want_to_be_left_alone_hold_up_nobody_else_and_are_asked_again()
    {
        var calendar = new FakeCalendar();
        await using var programme = await PairLife.Begin(calendar, pairs: 3, whenMatched: () => calendar.BusyAddress = Leader(1));
        Assert.Equal([0, 4, 4], (await programme.Pairs()).Select(pair => pair.SessionsPlanned).Order());

        calendar.BusyAddress = null;
        await programme.Time.TurnTo(programme.Time.Now.AddHours(1));

        Assert.All(await programme.Pairs(), pair => Assert.Equal(4, pair.SessionsPlanned));
        Assert.Equal(12, calendar.Standing.Count);
    }

    [Fact]
    public async Task When_a_pair_ends_its_sessions_leave_the_calendars_even_if_they_are_busy_at_first()
    {
        var calendar = new FakeCalendar();
        await using var programme = await PairLife.Begin(calendar);
        calendar.BusyFor = TimeSpan.FromMinutes(20);
        using var left = await programme.ActsAsOwn(
            Leader(1), TestProgramme.LinksOf(programme.Mails(Leader(1), "briefing")[^1])[^1], ("do", "leave"), ("step", "2"), ("sure", "true"));
        await programme.Time.Settle();
        Assert.Equal(MeetingStatus.Ended, (await programme.Pair()).Status);
        Assert.Equal(4, calendar.Standing.Count);

        calendar.BusyFor = null;
        await programme.Time.TurnTo(programme.Time.Now.AddHours(1));

        Assert.Empty(calendar.Standing);
        Assert.Equal(4, calendar.Cancelled.Count);
        Assert.Empty(programme.Mails(Junior(1), "sessioncancelled"));
    }
}
