using System.Text.Json.Nodes;
using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Tests.Graph;

public sealed class PublishedDescriptionTests
{
    [PublishedDescriptionFact]
    public async Task Every_request_is_one_that_Microsoft_describes()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Users.Add("zoe@example.org", "zoe@example.org");
        var start = new DateTimeOffset(2026, 3, 30, 8, 0, 0, TimeSpan.Zero);
        var time = new Interval(start, start.AddMinutes(50));
        var zoe = new CalendarPerson("p1", "zoe@example.org", "Zoë");
        var calendar = graph.Calendar;

        await calendar.BusyAsync([zoe], time, default);
        var session = new SessionEvent("c1.p7.s2.book", time, null, [zoe], "Session 2") { Agenda = ["Look back"] };
        var booked = new EventReference((await calendar.BookAsync(session, default)).Id, null);
        graph.Fail(1, 409, null, request => request.Method == "POST");
        await calendar.BookAsync(session, default);
        await calendar.MoveAsync(booked, time, default);
        await calendar.LookAsync(booked, default);
        await calendar.ChangesAsync(null, time, null, default);
        await calendar.CancelAsync(booked, "Sorry", default);
        await graph.Directory.LookUpAsync([zoe.Address], default);

        var description = PublishedDescription.Load();
        Assert.Equal(12, graph.Requests.Count);
        Assert.Empty(graph.Requests.SelectMany(request => description.Problems(request).Select(problem => $"{request.Method} {request.Path}: {problem}")));
    }

    [PublishedDescriptionFact]
    public void What_Microsoft_does_not_describe_is_found_out()
    {
        var description = PublishedDescription.Load();
        var wrong = JsonNode.Parse("""{"subject":1,"starts":{},"body":{"contentType":"markdown"},"attendees":{}}""");
        Assert.Equal(4, description.Problems(new("POST", "/users/a/events", "", new Dictionary<string, string>(), wrong)).Count());
        Assert.Single(description.Problems(new("GET", "/users/a/meetings", "", new Dictionary<string, string>(), null)));
        Assert.Single(description.Problems(new("GET", "/users/a", "?$select=id,boss", new Dictionary<string, string>(), null)));
    }
}
