using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Smtp;

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
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("text/plain", mail, StringComparison.Ordinal);
        Assert.Contains("text/html", mail, StringComparison.Ordinal);
        Assert.Contains("method=REQUEST", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("=?utf-8?", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_mail_of_which_nobody_knew_goes_again_as_the_same_message()
    {
        await using var server = new SmallMailServer();
        await Transport(server).Send([Mail("ana@example.org") with { Id = "spring.invitation.ana.again1", KnownAs = "spring.invitation.ana" }], default);

        Assert.Contains("Message-ID: <spring.invitation.ana@example.org>", Assert.Single(server.Mails), StringComparison.OrdinalIgnoreCase);
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
        var settings = new SmtpSettings("127.0.0.1", Cycle.Ports.Free().Port, "programme@example.org");
        var outcome = Assert.Single(await new SmtpTransport(settings, TimeProvider.System).Send([Mail("ana@example.org")], default));

        Assert.Equal((DeliveryKind.Later, "no-connection"), (outcome.Kind, outcome.Reason));
    }

    [Fact]
    public async Task A_mail_goes_over_an_encrypted_line_though_nobody_logs_in()
    {
        using var certificate = Certificate();
        await using var server = new SmallMailServer { Certificate = certificate };
        var transport = new SmtpTransport(Settings(server), TimeProvider.System)
        {
            Trusts = (_, sent, _, _) => sent!.GetCertHashString() == certificate.GetCertHashString(),
        };

        Assert.Equal(DeliveryKind.Taken, Assert.Single(await transport.Send([Mail("ana@example.org")], default)).Kind);
        Assert.Single(server.Mails);
        Assert.True(server.Encrypted);
    }

    [Theory]
    [InlineData(false, "no-tls")]
    [InlineData(true, "certificate-not-trusted")]
    public async Task Nothing_goes_where_the_line_can_not_be_trusted(bool encrypts, string reason)
    {
        using var certificate = Certificate();
        await using var server = new SmallMailServer { Certificate = encrypts ? certificate : null };
        var outcomes = await new SmtpTransport(Settings(server), TimeProvider.System).Send([Mail("ana@example.org"), Mail("ben@example.org")], default);

        Assert.All(outcomes, outcome => Assert.Equal((DeliveryKind.Later, reason), (outcome.Kind, outcome.Reason)));
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData("smtp.example.org", SecureSocketOptions.StartTls)]
    [InlineData("smtp.example.org:25", SecureSocketOptions.StartTls)]
    [InlineData("smtp.example.org:465", SecureSocketOptions.SslOnConnect)]
    public void The_line_is_encrypted_unless_that_is_switched_off_by_name(string server, SecureSocketOptions expected)
    {
        Assert.True(SmtpSettings.TryParse(server, "programme@example.org", out var settings));
        Assert.Equal(expected, SmtpTransport.Security(settings));
        Assert.Equal(SecureSocketOptions.None, SmtpTransport.Security(settings with { Insecure = true }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":587")]
    [InlineData("smtp.example.org:smtp")]
    [InlineData("smtp.example.org:0")]
    [InlineData("smtp.example.org:587:1")]
    public void What_is_no_server_is_not_taken(string server) => Assert.False(SmtpSettings.TryParse(server, "programme@example.org", out _));

    private static SmtpSettings Settings(SmallMailServer server) => new("127.0.0.1", server.Port, "programme@example.org");

    private static SmtpTransport Transport(SmallMailServer server) => new(Settings(server) with { Insecure = true }, TimeProvider.System);

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static OutgoingMail Mail(string to) => new("spring.invitation.ana", new(to, "Ana Größer"), "Für Ana", "Hello", "<p>Hello</p>")
    {
        From = new("programme@example.org", "Programme"),
        Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://example.org/f/way-out>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click" },
        Calendars = [new("REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n")],
    };
}
