using System.Globalization;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Graph;

public sealed class GraphCalendarTests : IAsyncLifetime
{
    private static readonly CalendarPerson Zoe = new(new PersonId("p1"), "zoe@example.org", "Zoë");
    private static readonly CalendarPerson Bob = new(new PersonId("p2"), "bob@example.org", "Bob");

    private static readonly SessionEvent Session = new("c1.p7.s2.book", new(At("2026-03-30T08:00"), At("2026-03-30T08:50")), null, [Zoe, Bob], "Session 2")
    {
        Agenda = ["Look back", "What <b>next</b> & why"],
        Topics = ["AI", "Fish & chips"],
    };

    private FakeGraph graph = null!;

    public async Task InitializeAsync() => graph = await FakeGraph.StartAsync();

    public Task DisposeAsync() => graph.DisposeAsync().AsTask();

    [Fact]
    public async Task Busy_times_of_many_people_over_nine_months_are_read_in_calls_that_the_service_takes()
    {
        var people = Enumerable.Range(0, 45).Select(i => new CalendarPerson(new PersonId($"p{i}"), $"p{i}@example.org", "")).ToArray();
        foreach (var person in people.SkipLast(1))
        {
            graph.Mailboxes.Busy[person.Address] =
            [
                ("busy", "2026-03-02T09:00:00", "2026-03-02T10:00:00"), ("tentative", "2026-03-02T10:00:00", "2026-03-02T10:30:00"),
                ("workingElsewhere", "2026-03-03T09:00:00", "2026-03-03T10:00:00"), ("oof", "2026-11-01T00:00:00", "2026-11-08T00:00:00"),
            ];
        }

        var busy = await graph.Calendar.BusyAsync(people, new(At("2026-03-01T00:00"), At("2026-11-30T00:00")), default);

        Assert.Equal(people.Select(person => person.Id), busy.Select(person => person.Person));
        Assert.All(busy.SkipLast(1), person => Assert.Equal(
            [new(At("2026-03-02T09:00"), At("2026-03-02T10:00")), new(At("2026-03-02T10:00"), At("2026-03-02T10:30")), new Interval(At("2026-11-01T00:00"), At("2026-11-08T00:00"))], person.Busy));
        Assert.Equal("ErrorMailRecipientNotFound", busy[^1].Problem);
        Assert.Equal(3 * 5, graph.Requests.Count(request => request.Path.EndsWith("getSchedule", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_hides_the_details_is_busy_all_the_same()
    {
        graph.Faults.Add(request => !request.Path.EndsWith("getSchedule", StringComparison.Ordinal) ? null : new(200, JsonNode.Parse("""{"value":[{"scheduleId":"zoe@example.org","availabilityView":"00213400","scheduleItems":[]}]}""")));
        var busy = await graph.Calendar.BusyAsync([Zoe], new(At("2026-03-02T08:00"), At("2026-03-02T12:00")), default);
        Assert.Equal([new Interval(At("2026-03-02T09:00"), At("2026-03-02T10:30"))], Assert.Single(busy).Busy);
    }

    [Fact]
    public async Task A_session_is_an_event_with_a_Teams_link_an_agenda_and_the_id_of_its_effect()
    {
        var booked = await graph.Calendar.BookAsync(Session, default);

        Assert.StartsWith("https://teams.example.org/", booked.JoinUrl!.AbsoluteUri, StringComparison.Ordinal);
        var made = Assert.Single(graph.Mailboxes.EventsOf("service@example.org"));
        Assert.Equal(NamedGuid.For("c1.p7.s2.book").ToString(), (string?)made["transactionId"]);
        Assert.Equal(("2026-03-30T08:00:00", "UTC"), ((string?)made["start"]!["dateTime"], (string?)made["start"]!["timeZone"]));
        Assert.Equal("<p>Look back</p><p>What &lt;b&gt;next&lt;/b&gt; &amp; why</p><ul><li>AI</li><li>Fish &amp; chips</li></ul>", (string?)made["body"]!["content"]);
        Assert.Equal("teamsForBusiness", (string?)made["onlineMeetingProvider"]);
        Assert.Equal([Zoe.Address, Bob.Address], made["attendees"]!.AsArray().Select(attendee => (string?)attendee!["emailAddress"]!["address"]));
    }

    [Fact]
    public async Task The_organizer_may_be_one_of_the_pair_and_is_not_invited_twice()
    {
        await graph.Calendar.BookAsync(Session with { Organizer = Bob }, default);
        Assert.Single(Assert.Single(graph.Mailboxes.EventsOf(Bob.Address))["attendees"]!.AsArray());
    }

    [Theory]
    [InlineData(504)]
    [InlineData(409)]
    public async Task The_same_session_is_booked_once_also_when_the_first_answer_was_lost(int status)
    {
        var first = await graph.Calendar.BookAsync(Session, default);
        graph.Fail(1, status, null, request => request.Method == "POST");
        Assert.Equal(first, await graph.Calendar.BookAsync(Session, default));
        Assert.Single(graph.Mailboxes.EventsOf("service@example.org"));
    }

    [Fact]
    public async Task A_move_changes_the_time_and_leaves_body_and_meeting_alone()
    {
        var booked = await graph.Calendar.BookAsync(Session, default);
        Assert.True(await graph.Calendar.MoveAsync(new(booked.Id, null), new(At("2026-04-01T08:00"), At("2026-04-01T08:50")), default));
        var patch = graph.Requests.Last().Body!.AsObject().Select(property => property.Key).Where(key => !key.StartsWith('@'));
        Assert.Equal(["end", "start"], patch.Order());
        Assert.Equal(At("2026-04-01T08:00"), (await graph.Calendar.LookAsync(new(booked.Id, null), default))!.Time!.Value.Start);
    }

    [Fact]
    public async Task What_is_no_longer_there_cannot_be_moved_and_need_not_be_cancelled()
    {
        var booked = await graph.Calendar.BookAsync(Session, default);
        await graph.Calendar.CancelAsync(new(booked.Id, null), "Sorry", default);
        Assert.Equal("Sorry", (string?)graph.Requests.Last().Body!.AsObject().Single(property => property.Key.Equals("comment", StringComparison.OrdinalIgnoreCase)).Value);
        await graph.Calendar.CancelAsync(new(booked.Id, null), "Sorry", default);
        Assert.False(await graph.Calendar.MoveAsync(new(booked.Id, null), Session.Time, default));
        Assert.Null(await graph.Calendar.LookAsync(new(booked.Id, null), default));
    }

    [Fact]
    public async Task Answers_moves_and_deletions_are_noticed_and_told_once()
    {
        var window = new Interval(At("2026-03-01T00:00"), At("2026-12-01T00:00"));
        var ids = new List<string>();
        for (var session = 1; session <= 5; session++)
        {
            ids.Add((await graph.Calendar.BookAsync(Session with { Name = $"c1.p7.s{session}.book" }, default)).Id);
        }

        var all = await graph.Calendar.ChangesAsync(null, window, null, default);
        Assert.Equal((5, true), (all.Changes.Count, all.Complete));

        graph.Mailboxes.Change("service@example.org", ids[0], known => known["attendees"]![1]!["status"] = new JsonObject { ["response"] = "declined" });
        graph.Mailboxes.Change("service@example.org", ids[1], known => known["start"]!["dateTime"] = "2026-03-30T07:30:00.0000000");
        graph.Mailboxes.Change("service@example.org", ids[2], known => known["isCancelled"] = true);
        graph.Mailboxes.Remove("service@example.org", ids[3]);
        var changes = await graph.Calendar.ChangesAsync(null, window, all.Since, default);

        Assert.Equal(ids[..4], changes.Changes.Select(change => change.Id));
        Assert.Equal(EventResponse.Declined, changes.Changes[0].Answers.Single(answer => answer.Address == Bob.Address).Response);
        Assert.Equal(At("2026-03-30T07:30"), changes.Changes[1].Time!.Value.Start);
        Assert.Equal([false, false, true, true], changes.Changes.Select(change => change.Gone));
        Assert.Empty((await graph.Calendar.ChangesAsync(null, window, changes.Since, default)).Changes);
    }

    [Fact]
    public async Task A_forgotten_place_in_the_changes_means_all_again()
    {
        var window = new Interval(At("2026-03-01T00:00"), At("2026-12-01T00:00"));
        await graph.Calendar.BookAsync(Session, default);
        var all = await graph.Calendar.ChangesAsync(null, window, null, default);
        await graph.Calendar.BookAsync(Session with { Name = "other" }, default);
        graph.Mailboxes.ForgottenBefore = 2;
        var again = await graph.Calendar.ChangesAsync(null, window, all.Since, default);
        Assert.Equal((2, true), (again.Changes.Count, again.Complete));
    }

    [Fact]
    public async Task No_token_is_sent_to_another_host_through_a_link() =>
        await Assert.ThrowsAsync<CalendarException>(() => graph.Calendar.ChangesAsync(
            null, Session.Time, "http://127.0.0.1:9/v1.0/users/x/calendarView/delta()?$deltatoken=1", default));

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture);
}
