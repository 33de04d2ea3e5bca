using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>What calendars are asked for by the rows alone: which events are to stand there, for whom, in whose calendar, and what is noted where they refuse.</summary>
public sealed class EventSettlingTests : IEventWriter
{
    private readonly FakeCalendar calendar = new() { MeetsOnline = true };
    private readonly List<Session> written = [];

    [Fact]
    public async Task An_event_says_what_the_product_writes_of_its_session_and_why_it_goes()
    {
        await using var pair = Begin();
        await Settle(pair, this);

        var first = calendar.All[0].Booked;
        Assert.Equal(("Session 1 of ana and ben", "agenda", "topic"), (first.Subject, Assert.Single(first.Agenda), Assert.Single(first.Topics)));
        Assert.Equal([pair.Session(1), pair.Session(2)], written);
        Assert.Equal($"https://teams.example.org/{first.Name}", (await pair.Events())[0].JoinUrl!.ToString());

        pair.Change(meeting => meeting with { Status = MeetingStatus.Ended });
        Assert.Null(await Settle(pair, this));
        Assert.Equal(["It is not to be.", "It is not to be."], calendar.Cancelled);
        Assert.Empty(await pair.Events());
    }

    [Fact]
    public async Task What_is_written_is_of_the_session_as_it_stands_and_nothing_is_written_of_what_goes()
    {
        await using var pair = Begin();
        pair.Put(MeetingRepository.SessionKey(pair.Id, 1), pair.At(1, 10) with { Looks = 1 });
        await Settle(pair, this);
        Assert.Equal([1, 0], written.Select(session => session.Looks));

        pair.Change(meeting => meeting with { Status = MeetingStatus.Ended });
        await Settle(pair, this);
        Assert.Equal(2, written.Count);
    }

    [Fact]
    public async Task Why_a_calendar_refused_stays_known_while_it_wants_to_be_left_alone()
    {
        await using var pair = Begin();
        calendar.Refuses = new("ErrorAccessDenied");
        await Settle(pair);
        (calendar.Refuses, calendar.BusyFor) = (null, TimeSpan.FromMinutes(5));
        await Settle(pair);

        Assert.Equal(["ErrorAccessDenied", null], (await pair.Events()).Select(row => row.Problem));
    }

    [Fact]
    public async Task Without_words_of_the_product_it_names_its_people_and_goes_without_a_word()
    {
        await using var pair = Begin();
        await Settle(pair);
        pair.Change(meeting => meeting with { Status = MeetingStatus.Ended });
        await Settle(pair);

        Assert.All(calendar.All, one => Assert.Equal(("ana, ben", true), (one.Booked.Subject, one.Booked.Agenda.Count + one.Booked.Topics.Count == 0)));
        Assert.Equal(["", ""], calendar.Cancelled);
    }

    [Theory]
    [InlineData("running", 2)]
    [InlineData("paused", 2)]
    [InlineData("cancelled", 0)]
    [InlineData("completed", 0)]
    [InlineData("without a time", 1)]
    [InlineData("held", 1)]
    public async Task What_is_to_come_stands_there_as_long_as_it_is_to_be(string what, int stand)
    {
        await using var pair = Begin();
        await Settle(pair);
        switch (what)
        {
            case "paused": pair.Change(state => state with { Status = CycleStatus.Paused }); break;
            case "cancelled": pair.Change(state => state with { Status = CycleStatus.Cancelled }); break;
            case "completed": pair.Change(meeting => meeting with { Status = MeetingStatus.Completed }); break;
            case "without a time": pair.Put(MeetingRepository.SessionKey(pair.Id, 1), pair.At(1, 10) with { UnscheduledAt = Now }); break;
            case "held": pair.Put(MeetingRepository.SessionKey(pair.Id, 1), pair.At(1, 10) with { Status = SessionStatus.Held }); break;
        }

        await Settle(pair);
        Assert.Equal((stand, stand), (calendar.Standing.Count, (await pair.Events()).Count));
    }

    [Theory]
    [InlineData(MeetingStatus.Proposed)]
    [InlineData(MeetingStatus.Declined)]
    public async Task A_pair_that_does_not_run_gets_no_events(MeetingStatus status)
    {
        await using var pair = Begin();
        pair.Change(meeting => meeting with { Status = status });

        Assert.Null(await Settle(pair));
        Assert.Empty(calendar.All);
        Assert.Empty(await pair.Events());
    }

    [Fact]
    public async Task Of_a_meeting_that_is_gone_nothing_is_asked_of_calendars()
    {
        await using var pair = Begin();
        pair.Write(new Core.Store.Change.Delete(MeetingRepository.KeyOf(pair.Id)));

        Assert.Null(await Settle(pair));
        Assert.Empty(calendar.All);
    }

    [Fact]
    public async Task What_is_to_be_cleared_goes_whatever_the_meeting_says_and_what_has_begun_stays()
    {
        await using var pair = Begin();
        await Settle(pair);
        pair.Clock.SetUtcNow(On(10).Start);

        Assert.Null(await new MeetingCalendar(pair.Store, new CohortCalendars(calendar), pair.Clock).Clear(Spring, pair.Id, default));
        Assert.Equal([On(10)], calendar.Standing.Select(one => one.Time));
        Assert.Empty(await pair.Events());
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_was_booked_it_is_found_by_its_name_and_taken_out()
    {
        await using var pair = Begin();
        await Settle(pair);
        foreach (var row in await pair.Events())
        {
            pair.Put(MeetingRepository.EventKey(pair.Id, row.Number), row with { Id = null });
        }

        pair.Change(meeting => meeting with { Status = MeetingStatus.Ended });
        await Settle(pair, this);
        Assert.Empty(calendar.Standing);
        Assert.Equal(2, calendar.All.Count);
        Assert.Equal([On(10), On(38)], written.Skip(written.Count - 2).Select(session => session.Time));
    }

    [Fact]
    public async Task In_a_circle_it_stands_with_the_first_of_the_side_who_has_an_address_and_moves_on_when_they_leave()
    {
        await using var circle = Circle(settings => settings with { Calendar = settings.Calendar with { Organizer = EventOrganizer.Mentor } }, calendar);
        circle.With(circle.At(1, 10));
        circle.Change(Ben with { Email = "" });
        await Settle(circle);
        Assert.Equal(Kim.Id, calendar.Standing[0].Booked.Organizer!.Id);
        Assert.DoesNotContain("", calendar.Standing[0].Attendees);

        circle.Change(meeting => meeting with { Members = [.. meeting.Members.Where(member => member.Person != Kim.Id)] });
        circle.Clock.Advance(TimeSpan.FromHours(1));
        await Settle(circle);
        var now = Assert.Single(calendar.Standing);
        Assert.Equal((Luc.Id, On(10)), (now.Booked.Organizer!.Id, now.Time));
        var row = Assert.Single(await circle.Events());
        Assert.Equal((now.Id, Luc.Id, Now.AddHours(1)), (row.Id, row.Organizer!.Id, row.LookedAt));
        Assert.Equal([Ana.Id, Lea.Id, Ben.Id, Luc.Id], row.Attendees);
    }

    [Fact]
    public async Task Who_has_left_is_asked_to_come_no_more_and_the_others_stay_as_they_are()
    {
        await using var circle = Circle(calendar: calendar);
        circle.With(circle.At(1, 10));
        await Settle(circle);
        circle.Change(meeting => meeting with { Members = [.. meeting.Members.Where(member => member.Person != Luc.Id)] });

        await Settle(circle);
        Assert.Equal(["ana@example.org", "lea@example.org", "ben@example.org", "kim@example.org"], calendar.Standing[0].Attendees);
        Assert.Single(calendar.All);
    }

    [Fact]
    public async Task A_refusal_is_noted_once_and_asked_again_an_hour_later()
    {
        await using var pair = Begin();
        calendar.Refuses = new("ErrorAccessDenied");
        Assert.Equal(Now.AddHours(1), await Settle(pair));
        Assert.Equal(["ErrorAccessDenied", null], (await pair.Events()).Select(row => row.Problem));
        Assert.All(await pair.Events(), row => Assert.Null(row.UnwantedSince));

        calendar.Refuses = null;
        Assert.Null(await Settle(pair));
        Assert.All(await pair.Events(), row => Assert.Null(row.Problem));
    }

    [Fact]
    public async Task Why_an_event_could_not_be_looked_at_stays_until_something_is_asked_of_it_again()
    {
        await using var pair = Begin();
        await Settle(pair);
        foreach (var row in await pair.Events())
        {
            pair.Put(MeetingRepository.EventKey(pair.Id, row.Number), row with { Problem = "ErrorAccessDenied" });
        }

        pair.Put(MeetingRepository.SessionKey(pair.Id, 2), pair.At(2, 38).At(On(39)));
        pair.Clock.Advance(TimeSpan.FromHours(1));
        await Settle(pair);
        Assert.Equal([("ErrorAccessDenied", Now), (null, Now.AddHours(1))], (await pair.Events()).Select(row => (row.Problem, row.LookedAt!.Value)));
        Assert.Equal([On(10), On(39)], calendar.Standing.Select(one => one.Time));
    }

    [Fact]
    public async Task What_is_left_in_calendars_that_refuse_is_unwanted_since_the_first_time()
    {
        await using var pair = Begin();
        await Settle(pair);
        pair.Change(meeting => meeting with { Status = MeetingStatus.Ended });
        calendar.Refuses = new("ErrorAccessDenied");
        await Settle(pair);
        pair.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Now.AddHours(2), await Settle(pair));
        Assert.Equal([("ErrorAccessDenied", Now), (null, (DateTimeOffset?)Now)], (await pair.Events()).Select(row => (row.Problem, row.UnwantedSince)));
    }

    Task<EventText> IEventWriter.Write(Cohort cohort, Meeting meeting, Session session, IReadOnlyList<Person> people, CancellationToken cancel)
    {
        written.Add(session);
        return Task.FromResult(new EventText($"Session {session.Number} of {string.Join(" and ", people.Select(person => person.Name))}", ["agenda"], ["topic"]));
    }

    string IEventWriter.Cancelled(Cohort cohort) => "It is not to be.";

    private SteppedMeeting Begin()
    {
        var pair = Pair(calendar: calendar);
        return pair.With(pair.At(1, 10), pair.At(2, 38));
    }

    private Task<DateTimeOffset?> Settle(SteppedMeeting meeting, IEventWriter? writer = null) =>
        new MeetingCalendar(meeting.Store, new CohortCalendars(calendar), meeting.Clock, writer).Settle(Spring, meeting.Id, default);
}
