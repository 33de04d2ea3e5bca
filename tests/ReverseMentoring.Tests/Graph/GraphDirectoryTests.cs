using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Tests.Graph;

public sealed class GraphDirectoryTests : IAsyncLifetime
{
    private const string Settings = """
        {
          "timeZone": "W. Europe Standard Time",
          "language": { "locale": "de-DE", "displayName": "German" },
          "workingHours": { "daysOfWeek": ["monday", "thursday"], "startTime": "08:30:00.0000000", "endTime": "17:00:00.0000000", "timeZone": { "name": "W. Europe Standard Time" } },
          "automaticRepliesSetting": {
            "status": "scheduled",
            "scheduledStartDateTime": { "dateTime": "2026-07-01T00:00:00.0000000", "timeZone": "W. Europe Standard Time" },
            "scheduledEndDateTime": { "dateTime": "2026-07-15T00:00:00.0000000", "timeZone": "UTC" }
          }
        }
        """;

    private FakeGraph graph = null!;

    public async Task InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.Users.Add("ceo@example.org", "ceo@example.org");
        graph.Users.Add("vp@example.org", "vp@example.org", manager: "ceo@example.org");
        graph.Users.Add("o'neil@corp.example.org", "ann.o'neil@example.org", manager: "vp@example.org", Settings);
    }

    public Task DisposeAsync() => graph.DisposeAsync().AsTask();

    [Fact]
    public async Task A_list_of_addresses_is_enough_to_know_people_and_their_reporting_line()
    {
        var facts = await graph.Directory.LookUpAsync(["Ann.O'Neil@example.org", "nobody@example.org", "ceo@example.org"], default);

        Assert.Equal([true, false, true], facts.Select(person => person.Found));
        var ann = facts[0];
        Assert.Equal(("Name of o'neil@corp.example.org", "Director", "Sales"), (ann.Name, ann.JobTitle, ann.Department));
        Assert.Equal(["vp@example.org", "ceo@example.org"], ann.Managers);
        Assert.Equal((Zone.Find("Europe/Berlin"), "de-DE"), (ann.Zone, ann.Language));
        Assert.Equal(new WorkingHours([new(DayOfWeek.Monday, new(8, 30), new(17, 0)), new(DayOfWeek.Thursday, new(8, 30), new(17, 0))]), ann.Hours);
        Assert.Equal(new Interval(new(2026, 6, 30, 22, 0, 0, TimeSpan.Zero), new(2026, 7, 15, 0, 0, 0, TimeSpan.Zero)), ann.Away);
        Assert.Equal((0, null, "en-US"), (facts[2].Managers!.Count, facts[2].Zone, facts[2].Language));
    }

    [Fact]
    public async Task Each_item_of_a_batch_waits_on_its_own_and_the_others_are_not_asked_again()
    {
        for (var i = 0; i < 45; i++)
        {
            graph.Users.Add($"u{i}@example.org", $"u{i}@example.org");
        }

        graph.Fail(2, 429, "4", request => request.Query.Contains("'u7@", StringComparison.Ordinal));
        graph.Fail(1, 429, "9", request => request.Query.Contains("'u8@", StringComparison.Ordinal));
        var facts = await graph.Directory.LookUpAsync([.. Enumerable.Range(0, 45).Select(i => $"u{i}@example.org")], default);

        Assert.All(facts, person => Assert.True(person.Found));
        Assert.Equal([TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(4)], graph.Clock.Waits);
        Assert.Equal(45 + 3, graph.Requests.Count(request => request.Path == "/users"));
    }

    [Fact]
    public async Task A_reporting_line_that_may_not_be_read_is_unknown_and_not_empty()
    {
        graph.Fail(100, 403, null, request => request.Query.Contains("$expand", StringComparison.Ordinal));
        var ann = Assert.Single(await graph.Directory.LookUpAsync(["vp@example.org"], default));
        Assert.True(ann.Found);
        Assert.Null(ann.Managers);
    }

    [Theory]
    [InlineData("$filter", 403)]
    [InlineData("$filter", 500)]
    [InlineData("$expand", 500)]
    public async Task A_directory_that_refuses_is_told_from_one_that_doesn_t_know_somebody(string call, int status)
    {
        graph.Fail(100, status, null, request => request.Query.Contains(call, StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<CalendarException>(() => graph.Directory.LookUpAsync(["vp@example.org"], default));

        Assert.Equal($"{status}", refused.Code);
    }

    [Fact]
    public async Task Hours_are_meant_in_their_own_zone_where_the_mailbox_is_in_another()
    {
        graph.Users.Add("far@example.org", "far@example.org", mailboxSettings: Settings.Replace(
            """{ "name": "W. Europe Standard Time" }""", """{ "name": "GMT Standard Time" }""", StringComparison.Ordinal));

        Assert.Equal(Zone.Find("Europe/London"), Assert.Single(await graph.Directory.LookUpAsync(["far@example.org"], default)).Zone);
    }
}
