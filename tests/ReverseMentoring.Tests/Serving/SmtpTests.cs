using ReverseMentoring.Core.Mails;
using ReverseMentoring.LocalHost.Mailbox;

namespace ReverseMentoring.Tests.Serving;

/// <summary>Mails to a real mail server, in place of the local mailbox.</summary>
public sealed class SmtpTests
{
    [Fact]
    public async Task A_mail_arrives_with_both_versions_its_invitation_its_headers_and_its_own_id()
    {
        await using var server = new SmallMailServer();
        var outcome = Assert.Single(await Transport(server).Send([Mail("ana@example.org")], default));

        Assert.Equal(DeliveryKind.Taken, outcome.Kind);
        var mail = Assert.Single(server.Mails);
        Assert.Contains("Message-ID: <spring.invitation.ana@example.org>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("List-Unsubscribe: <https://example.org/f/way-out>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("text/plain", mail, StringComparison.Ordinal);
        Assert.Contains("text/html", mail, StringComparison.Ordinal);
        Assert.Contains("method=REQUEST", mail, StringComparison.Ordinal);
        Assert.Contains("=?utf-8?", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("550 no such mailbox", DeliveryKind.Refused)]
    [InlineData("450 try again", DeliveryKind.Later)]
    public async Task A_server_that_refuses_is_believed_and_the_next_mail_still_goes(string answer, DeliveryKind expected)
    {
        await using var server = new SmallMailServer { Refuses = ("nobody@example.org", answer) };
        var outcomes = await Transport(server).Send([Mail("nobody@example.org"), Mail("ana@example.org")], default);

        Assert.Equal([expected, DeliveryKind.Taken], outcomes.Select(outcome => outcome.Kind));
    }

    [Fact]
    public async Task Where_the_line_breaks_nobody_knows_of_that_mail_and_the_next_ones_wait()
    {
        await using var server = new SmallMailServer { HangsUp = true };
        var outcomes = await Transport(server).Send([Mail("ana@example.org"), Mail("ben@example.org")], default);

        Assert.Equal([DeliveryKind.Unheard, DeliveryKind.Later], outcomes.Select(outcome => outcome.Kind));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again_later()
    {
        var port = Cycle.Ports.Free().Port;
        var outcome = Assert.Single(await new SmtpTransport(new("127.0.0.1", port, "a@example.org")).Send([Mail("ana@example.org")], default));

        Assert.Equal(DeliveryKind.Later, outcome.Kind);
    }

    private static SmtpTransport Transport(SmallMailServer server) => new(new("127.0.0.1", server.Port, "programme@example.org"));

    private static OutgoingMail Mail(string to) => new("spring.invitation.ana", new(to, "Ana Größer"), "Für Ana", "Hello", "<p>Hello</p>")
    {
        From = new("programme@example.org", "Programme"),
        Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://example.org/f/way-out>" },
        Calendar = new("REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"),
    };
}
