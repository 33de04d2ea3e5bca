using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Graph;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Smtp.Returned;
using ReverseMentoring.Tests.Serving;

namespace ReverseMentoring.Tests.Graph;

/// <summary>Mails that come back to the mailbox in Microsoft 365.</summary>
public sealed class GraphInboxTests
{
    private const string Messages = "/users/programme@example.org/mailFolders/inbox/messages";

    private readonly List<(DateTimeOffset At, string Mime)> reports = [];

    [Fact]
    public async Task Only_reports_of_failure_are_asked_for_and_each_names_its_mail()
    {
        await using var graph = await FakeGraph.StartAsync();
        Holds(graph);
        reports.Add((new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), Reports.Of("spring.invitation.ana", whole: true)));
        reports.Add((new(2026, 3, 2, 9, 0, 5, TimeSpan.Zero), Reports.Of("spring.invitation.ben", "delayed")));

        var page = await Inbox(graph).Read("2026-03-01T00:00:00Z", default);

        Assert.Equal([new ReturnedMail("spring.invitation.ana", "no-such-address")], page.Failures);
        Assert.Equal(("2026-03-02T09:00:05Z", false), (page.Next, page.IsMore));
        var asked = graph.Requests.First(request => request.Path == Messages);
        Assert.Contains("receivedDateTime ge 2026-03-01T00:00:00Z and (singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and ep/value eq 'REPORT.IPM.Note.NDR')", asked.Query, StringComparison.Ordinal);
        Assert.Contains("or singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and startswith(ep/value, 'IPM.Schedule.Meeting.Resp')) or (", asked.Query, StringComparison.Ordinal);
        Assert.Contains("$select=id,receivedDateTime", asked.Query, StringComparison.Ordinal);
        Assert.All(graph.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task An_answer_of_a_calendar_program_is_heard()
    {
        await using var graph = await FakeGraph.StartAsync();
        Holds(graph);
        reports.Add((new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), Sessions.CalendarReplyTests.Reply("ana@example.org", "spring.p-1@here", 2, "REPLY", "DECLINED")));

        var page = await Inbox(graph).Read("2026-03-01T00:00:00Z", default);

        Assert.Equal([new("spring.p-1@here", 2, "ana@example.org", CalendarAnswer.Declined, null)], page.Replies);
        Assert.Empty(page.Failures);
    }

    [Fact]
    public async Task What_somebody_wrote_in_answer_is_read()
    {
        await using var graph = await FakeGraph.StartAsync();
        Holds(graph);
        reports.Add((new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), Reports.Answer("spring.invitation.ana", "ana@example.org", "I am glad to take part.")));

        var page = await Inbox(graph).Read("2026-03-01T00:00:00Z", default);

        Assert.Equal(("spring.invitation.ana", "I am glad to take part."), (Assert.Single(page.Words).MailId, page.Words[0].Text));
        Assert.Contains("ep/id eq 'String 0x1042' and startswith(ep/value, '<')", graph.Requests.First(request => request.Path == Messages).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_look_begins_where_the_last_ended_and_the_first_not_long_ago()
    {
        await using var graph = await FakeGraph.StartAsync();
        Holds(graph);
        reports.Add((new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), Reports.Of("spring.invitation.ana")));
        var store = new MemoryStore();
        var returned = new ReturnedMails(Inbox(graph), new Bounces(store, graph.Clock), new DeafReplies(), new DeafReplies(), store, NullLogger<ReturnedMails>.Instance);

        await returned.Look();
        await returned.Look();

        var filters = graph.Requests.Where(request => request.Path == Messages).Select(request => request.Query).ToList();
        Assert.Contains($"ge {graph.Clock.GetUtcNow().AddDays(-7).UtcDateTime:yyyy-MM-dd}", filters[0], StringComparison.Ordinal);
        Assert.Contains("ge 2026-03-02T09:00:00Z", filters[^1], StringComparison.Ordinal);
    }

    private static GraphInbox Inbox(FakeGraph graph) => new(graph.Client, "programme@example.org", new DeliveryReport(), new CalendarReplyReader(), new WordsReader(), graph.Clock);

    /// <summary>The server picks the reports; whoever asks otherwise gets nothing here.</summary>
    private void Holds(FakeGraph graph) => graph.Faults.Add(request => request.Path switch
    {
        Messages => new(200, new JsonObject
        {
            ["value"] = new JsonArray([.. reports.Index().Where(report => Since(request.Query) <= report.Item.At).Select(report => (JsonNode)new JsonObject
            {
                ["id"] = $"report-{report.Index}", ["receivedDateTime"] = report.Item.At.UtcDateTime.ToString("O"),
            })]),
        }),
        var path when path.Split('/') is [.., "messages", var id, "$value"] => new(200) { Mime = reports[int.Parse(id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)].Mime },
        _ => null,
    });

    private static DateTimeOffset Since(string query) => DateTimeOffset.Parse(
        query.Split("receivedDateTime ge ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
