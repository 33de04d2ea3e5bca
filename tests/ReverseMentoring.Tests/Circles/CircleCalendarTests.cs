using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Sessions;

namespace ReverseMentoring.Tests.Circles;

/// <summary>A circle whose sessions stand in calendars that the product reaches.</summary>
public sealed class CircleCalendarTests
{
    [Fact]
    public async Task Every_session_stands_in_all_calendars_with_a_place_to_meet_online_and_no_mail_invites_to_it()
    {
        var calendar = new FakeCalendar { MeetsOnline = true };
        await using var programme = await Begin(calendar);

        var circle = Assert.Single(await programme.Circles());
        var addresses = await programme.Addresses(circle);
        Assert.Equal((await programme.SessionsOf(circle)).Select(session => session.Time), calendar.Standing.Select(one => one.Time));
        Assert.All(calendar.Standing, one => Assert.Equal(addresses.Order(), one.Booked.Attendees.Select(person => person.Address).Order()));
        Assert.All(calendar.Standing, one => Assert.Contains("circle of Spring", one.Booked.Subject, StringComparison.Ordinal));
        // What is presented may change, and nobody writes the text again.
        Assert.All(calendar.Standing, one => Assert.Empty(one.Booked.Topics));
        Assert.All(addresses, who => Assert.Empty(programme.Mails(who, "sessioninvitation")));

        await programme.Time.TurnTo((await programme.SessionsOf(circle))[0].Time.Start.AddDays(-1));
        Assert.All(addresses, who => Assert.Contains(
            calendar.Standing[0].Name, TestProgramme.LinksOf(Assert.Single(programme.Mails(who, "sessionreminder")))[1], StringComparison.Ordinal));
        using var mine = await programme.Open(TestProgramme.LinksOf(programme.Mails(addresses[0], "sessionreminder")[^1])[^1]);
        Assert.Contains($"https://teams.example.org/{calendar.Standing[1].Name}", await mine.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mentor", Role.Mentor)]
    [InlineData("mentee", Role.Mentee)]
    public async Task Events_stand_in_the_calendar_of_the_first_of_a_side_and_move_to_another_s_when_they_leave(string organizer, Role role)
    {
        var calendar = new FakeCalendar();
        await using var programme = await Begin(calendar, organizer, leaders: 4);
        var circle = Assert.Single(await programme.Circles());
        var first = Assert.Single(calendar.Standing.Select(one => one.Booked.Organizer!.Id).Distinct());
        Assert.Equal(role, circle.Members.Single(member => member.Person == first).Role);

        await programme.Leaves(await programme.AddressOf(first));

        var now = await programme.Circle(circle.Id);
        var second = Assert.Single(calendar.Standing.Select(one => one.Booked.Organizer!.Id).Distinct());
        Assert.NotEqual(first, second);
        Assert.True(now.Has(second));
        Assert.Equal((await programme.SessionsOf(now)).Select(session => session.Time), calendar.Standing.Select(one => one.Time));
        Assert.Equal(2 * calendar.Standing.Count, calendar.All.Count);
    }

    [Fact]
    public async Task Who_leaves_is_taken_off_the_events_and_hears_no_more_by_mail_than_that()
    {
        var calendar = new FakeCalendar();
        await using var programme = await Begin(calendar, leaders: 4);
        var circle = Assert.Single(await programme.Circles());
        var who = await programme.AddressOf(circle.Members.First(member => member.Role is Role.Mentor).Person);

        await programme.Leaves(who);

        Assert.Equal(calendar.All.Count, calendar.Standing.Count);
        Assert.All(calendar.Standing, one => Assert.Equal(7, one.Attendees.Count));
        Assert.All(calendar.Standing, one => Assert.DoesNotContain(who, one.Attendees));
        Assert.Empty(programme.Mails(who, "sessioncancelled"));
    }

    [Fact]
    public async Task Who_declines_in_their_calendar_is_not_waited_for_and_where_most_do_the_session_moves()
    {
        var calendar = new FakeCalendar();
        await using var programme = await Begin(calendar);
        var circle = Assert.Single(await programme.Circles());
        var (first, addresses) = ((await programme.SessionsOf(circle))[0], await programme.Addresses(circle));
        var silent = circle.Members.Last(member => member.Person != circle.Rota[0].Presenter).Person;
        await programme.Time.TurnTo(first.Time.Start.AddDays(-6));

        calendar.Decline(calendar.Standing[0], await programme.AddressOf(silent));
        await programme.Time.TurnTo(programme.Time.Now.AddHours(2));
        var session = (await programme.SessionsOf(circle))[0];
        Assert.Equal(first.Time, session.Time);
        Assert.Equal([silent], session.Declined!);

        foreach (var other in addresses.Except([await programme.AddressOf(silent)]).Take(3))
        {
            calendar.Decline(calendar.Standing[0], other);
        }

        await programme.Time.TurnTo(programme.Time.Now.AddHours(2));
        var moved = (await programme.SessionsOf(circle))[0];
        Assert.NotEqual(first.Time, moved.Time);
        Assert.Contains(calendar.Standing, one => one.Time == moved.Time && one.Attendees.Count == 6);
        Assert.Equal(1, (await programme.Circle(circle.Id)).FallsInARow);
        Assert.All(addresses, who => Assert.Null(Assert.Single(programme.Mails(who, "sessionmoved")).Calendar));
    }

    [Fact]
    public async Task A_session_that_was_moved_in_the_calendar_stays_there_and_one_that_was_taken_out_is_booked_anew()
    {
        var calendar = new FakeCalendar();
        await using var programme = await Begin(calendar);
        var circle = Assert.Single(await programme.Circles());
        await programme.Time.TurnTo((await programme.SessionsOf(circle))[0].Time.Start.AddDays(-4));
        var to = new Core.Time.Interval(calendar.Standing[0].Time.Start.AddMinutes(105), calendar.Standing[0].Time.End.AddMinutes(105));
        calendar.Standing[0].Time = to;
        calendar.Standing[1].Gone = true;

        await programme.Time.TurnTo(programme.Time.Now.AddDays(1.2));
        Assert.Equal(to, (await programme.SessionsOf(circle))[0].Time);
        await programme.Time.TurnTo((await programme.SessionsOf(circle))[1].Time.Start.AddDays(-8));
        Assert.Equal((await programme.SessionsOf(circle)).Select(session => session.Time), calendar.Standing.Select(one => one.Time));
    }

    [Fact]
    public async Task A_session_s_own_event_stands_in_nobody_s_way_and_what_is_put_over_it_does()
    {
        var calendar = new FakeCalendar();
        await using var programme = await Begin(calendar);
        var circle = Assert.Single(await programme.Circles());
        var first = (await programme.SessionsOf(circle))[0];
        var taken = circle.Members.Last(member => member.Person != circle.Rota[0].Presenter).Person;
        calendar.PutOver(await programme.AddressOf(taken), first.Time);

        await programme.Time.TurnTo(first.Time.Start.AddDays(-1));

        var session = (await programme.SessionsOf(circle))[0];
        Assert.Equal(first.Time, session.Time);
        Assert.Equal([taken], session.Without!);
        Assert.DoesNotContain(await programme.AddressOf(taken), calendar.Standing[0].Attendees);
    }

    [Fact]
    public async Task When_a_circle_ends_its_sessions_leave_the_calendars()
    {
        var calendar = new FakeCalendar();
        await using var programme = await Begin(calendar);
        Assert.Equal(3, calendar.Standing.Count);

        await programme.Command("cancel");

        Assert.Empty(calendar.Standing);
        Assert.Equal(MeetingEnd.CycleCancelled, Assert.Single(await programme.Circles()).End);
    }

    private static async Task<TestProgramme> Begin(FakeCalendar calendar, string organizer = "service-mailbox", int leaders = 3)
    {
        var programme = await TestProgramme.Start(
            SmallCompany.Of(leaders, leaders),
            new { sessions = new { sessions = 3 }, matching = new { circles = new { largestSize = 8 } }, calendar = new { mode = "microsoft365", organizer } },
            more: services => services.AddSingleton<ICalendar>(calendar));
        await programme.UntilReview(leaders, leaders);
        await programme.Command("approve");
        return programme;
    }
}
