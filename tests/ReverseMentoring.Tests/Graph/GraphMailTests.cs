using System.Text;
using Microsoft.Kiota.Abstractions.Authentication;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Graph;
using ReverseMentoring.Graph.Calls;

namespace ReverseMentoring.Tests.Graph;

/// <summary>Mails out of a mailbox in Microsoft 365.</summary>
public sealed class GraphMailTests
{
    private const string Mailbox = "programme@example.org";

    private const string Path = "/users/programme@example.org/sendMail";

    private static OutgoingMail Mail(string name) => new($"spring.invitation.{name}", new($"{name}@example.org", "Ána Øverås"), "Für Ána", "plain", "<p>rich</p>")
    {
        From = new(Mailbox, "Programme team"),
        ReplyTo = new("nobody@example.org", "Nobody"),
        Headers = new Dictionary<string, string>
        {
            ["List-Unsubscribe"] = "<https://example.org/f/way-out>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
        },
        Calendars = [new("REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n")],
    };

    [Fact]
    public async Task A_mail_carries_its_id_its_way_out_and_its_invitation_and_leaves_no_copy()
    {
        await using var graph = await FakeGraph.StartAsync();
        Takes(graph);

        var outcome = Assert.Single(await Transport(graph).Send([Mail("ana")], default));

        Assert.Equal(DeliveryKind.Taken, outcome.Kind);
        var request = Assert.Single(graph.Requests);
        Assert.Equal(("POST", Path), (request.Method, request.Path));
        Assert.False((bool)request.Body!["saveToSentItems"]!);
        var message = request.Body["message"]!;
        Assert.Equal("<spring.invitation.ana@example.org>", (string?)message["internetMessageId"]);
        Assert.Equal(("html", "<p>rich</p>"), ((string?)message["body"]!["contentType"], (string?)message["body"]!["content"]));
        Assert.Equal("ana@example.org", (string?)message["toRecipients"]![0]!["emailAddress"]!["address"]);
        Assert.Equal("nobody@example.org", (string?)message["replyTo"]![0]!["emailAddress"]!["address"]);
        Assert.Null(message["internetMessageHeaders"]); // It would refuse the whole mail for a name without "x-".
        Assert.Equal(
            [
                ("String 0x1045", "<https://example.org/f/way-out>"),
                ("String {00020386-0000-0000-C000-000000000046} Name List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ],
            message["singleValueExtendedProperties"]!.AsArray().Select(property => ((string?)property!["id"], (string?)property["value"])));
        var file = Assert.Single(message["attachments"]!.AsArray())!;
        Assert.Equal("text/calendar; charset=utf-8; method=REQUEST", (string?)file["contentType"]);
        Assert.Equal(Mail("ana").Calendar!.Content, Encoding.UTF8.GetString(Convert.FromBase64String((string)file["contentBytes"]!)));
    }

    [Fact]
    public async Task The_same_mail_goes_under_the_same_id_whenever_it_is_sent_again()
    {
        await using var graph = await FakeGraph.StartAsync();
        Takes(graph);
        await Transport(graph).Send([Mail("ana")], default);
        await Transport(graph).Send([Mail("ana")], default);

        Assert.Single(graph.Requests.Select(request => (string?)request.Body!["message"]!["internetMessageId"]).Distinct());
    }

    [Theory]
    [InlineData(429, "ApplicationThrottled", "7", DeliveryKind.Later, 7)]
    [InlineData(503, "ServiceUnavailable", "9", DeliveryKind.Later, 9)]
    [InlineData(503, "ServiceUnavailable", null, DeliveryKind.Later, 300)]
    [InlineData(500, "InternalServerError", null, DeliveryKind.Unheard, 300)]
    [InlineData(504, "GatewayTimeout", null, DeliveryKind.Unheard, 300)]
    [InlineData(400, "ErrorInvalidRecipients", null, DeliveryKind.Refused, null)]
    [InlineData(413, "RequestEntityTooLarge", null, DeliveryKind.Refused, null)]
    [InlineData(403, "ErrorAccessDenied", null, DeliveryKind.Later, 300)]
    [InlineData(404, "ErrorInvalidUser", null, DeliveryKind.Later, 300)]
    [InlineData(400, "ErrorExceededMessageLimit", null, DeliveryKind.Later, 3600)]
    public async Task What_the_service_says_is_believed_and_no_call_goes_twice(int status, string code, string? wait, DeliveryKind expected, int? seconds)
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Faults.Add(_ => GraphAnswer.Error(status, code, wait));

        var outcome = Assert.Single(await Transport(graph).Send([Mail("ana")], default));

        Assert.Equal((expected, code), (outcome.Kind, outcome.Reason));
        Assert.Equal(seconds, (int?)outcome.RetryAfter?.TotalSeconds);
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task Where_the_line_breaks_nobody_knows_of_that_mail_and_the_next_ones_wait()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Faults.Add(_ => GraphAnswer.None);
        var transport = Transport(graph);

        var outcomes = await transport.Send([Mail("ana"), Mail("ben"), Mail("cleo")], default);

        Assert.Equal([DeliveryKind.Unheard, DeliveryKind.Later, DeliveryKind.Later], outcomes.Select(outcome => outcome.Kind));
        Assert.Single(graph.Requests);
        Assert.Equal(DeliveryKind.Unknown, (await transport.Ask("spring.invitation.ana", default)).Kind);
    }

    [Fact]
    public async Task A_refused_mail_holds_up_no_other()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Faults.Add(request => request.Body!.ToJsonString().Contains("ana@example.org", StringComparison.Ordinal)
            ? GraphAnswer.Error(400, "ErrorInvalidRecipients") : new(202));

        var outcomes = await Transport(graph).Send([Mail("ana"), Mail("ben")], default);

        Assert.Equal([DeliveryKind.Refused, DeliveryKind.Taken], outcomes.Select(outcome => outcome.Kind));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_tried_again_later()
    {
        var options = new GraphOptions { Endpoint = new(Cycle.Ports.Free(), "v1.0") };
        var transport = new GraphMail(GraphClients.CreateForOnce(options, new AnonymousAuthenticationProvider()), Mailbox, TimeProvider.System);

        var outcome = Assert.Single(await transport.Send([Mail("ana")], default));

        Assert.Equal((DeliveryKind.Later, "no-connection"), (outcome.Kind, outcome.Reason));
    }

    private static GraphMail Transport(FakeGraph graph) =>
        new(GraphClients.CreateForOnce(graph.Options, new AnonymousAuthenticationProvider()), Mailbox, graph.Clock);

    private static void Takes(FakeGraph graph) => graph.Faults.Add(_ => new GraphAnswer(202));
}
