using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Smtp;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Tests.Serving;

public sealed class MimeMailTests
{
    // Says as JSON what another's parser understood, its complaints included.
    private const string Reader = """
        import sys, json, email, email.policy, email.header, email.utils
        source = sys.stdin.buffer.read()
        mail = email.message_from_bytes(source, policy=email.policy.default)
        # The newer policy puts a blank between the encoded words of a name (RFC 2047, section 6.2, says none); the older doesn't.
        name, address = email.utils.parseaddr(email.message_from_bytes(source)["To"])
        to = str(email.header.make_header(email.header.decode_header(name))) + " <" + address + ">"
        parts = [p for p in mail.walk() if not p.is_multipart()]
        print(json.dumps({
          "headers": {k: str(v) for k, v in mail.items()},
          "defects": [str(d) for p in mail.walk() for d in p.defects] + [str(d) for v in mail.values() for d in v.defects],
          "types": [p.get_content_type() for p in mail.walk()],
          "method": [p.get_param("method") for p in parts],
          "files": [p.get_filename() for p in parts],
          "to": to,
          "from": [[a.display_name, a.addr_spec] for a in mail["From"].addresses],
          "date": mail["Date"].datetime.isoformat(),
          "texts": [p.get_content() if p.get_content_maintype() == "text" else p.get_content().hex() for p in parts]}))
        """;

    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(2));

    private static readonly OutgoingMail Mail = new(
        "spring.introduction.ana-1", new("ana@example.org", "Ána Lindqvist-Øverås von und zu Hohenschwangau (Finance) 李娜"), "Für Ána", "a", "<p>a</p>")
    {
        From = new("programme@mentoring.example.org", "Northwind, \"People\""),
        ReplyTo = new("people@example.org", "People team"),
        Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://mentoring.example.org/p/abc?d=1>" },
    };

    [PythonFact]
    public async Task Another_parser_reads_what_we_wrote_without_a_complaint()
    {
        var document = MailSamples.Introduction;
        var (html, text) = (MailHtml.Render(document, Theme.Create("Northwind")), MailPlainText.Render(document));
        var read = await Read(MimeMail.Bytes(Mail with { Subject = document.Subject, Html = html, Text = text }, At));

        Assert.Empty(read["defects"]!.AsArray());
        Assert.Equal(["multipart/alternative", "text/plain", "text/html"], Texts(read["types"]));
        Assert.Equal(document.Subject, (string?)read["headers"]!["Subject"]);
        Assert.Equal("<https://mentoring.example.org/p/abc?d=1>", (string?)read["headers"]!["List-Unsubscribe"]);
        Assert.Equal("auto-generated", (string?)read["headers"]!["Auto-Submitted"]);
        Assert.Equal("<spring.introduction.ana-1@mentoring.example.org>", (string?)read["headers"]!["Message-Id"]);
        Assert.Equal($"{Mail.To.Name} <{Mail.To.Address}>", (string?)read["to"]);
        Assert.Equal([Mail.From.Name, Mail.From.Address], Texts(read["from"]![0]));
        Assert.Equal("2026-03-02T07:30:00+00:00", (string?)read["date"]);
        Assert.Equal([text.TrimEnd(), html.TrimEnd()], Texts(read["texts"]).Select(one => one.ReplaceLineEndings("\n").TrimEnd()));
    }

    [PythonFact]
    public async Task A_calendar_comes_through()
    {
        const string Invitation = "BEGIN:VCALENDAR\r\nSUMMARY:Gespräch  \r\nEND:VCALENDAR\r\n";
        var read = await Read(MimeMail.Bytes(Mail with { Html = "<p>=20 ü</p>", Text = ".\nfrom", Calendars = [new("REQUEST", Invitation)] }, At));

        Assert.Empty(read["defects"]!.AsArray());
        Assert.Equal(["multipart/alternative", "text/plain", "text/html", "text/calendar"], Texts(read["types"]));
        Assert.Equal("REQUEST", Texts(read["method"])[2]);
        Assert.Equal([".\nfrom", "<p>=20 ü</p>", Invitation.ReplaceLineEndings("\n").TrimEnd()], Texts(read["texts"]).Select(one => one.ReplaceLineEndings("\n").TrimEnd()));
    }

    [PythonFact]
    public async Task Further_entries_come_as_files_beside_the_first_each_with_its_method()
    {
        var mail = Mail with { Calendars = [.. Enumerable.Range(1, 3).Select(number => new CalendarPart("CANCEL", $"BEGIN:VCALENDAR\r\nUID:{number}\r\nEND:VCALENDAR\r\n"))] };
        var read = await Read(MimeMail.Bytes(mail, At));

        Assert.Empty(read["defects"]!.AsArray());
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "text/calendar", "text/calendar"], Texts(read["types"]));
        Assert.Equal(["", "", "CANCEL", "CANCEL", "CANCEL"], Texts(read["method"]));
        Assert.Equal(["", "", "", "cancellation.ics", "cancellation.ics"], Texts(read["files"]));
        Assert.Equal(["UID:1", "UID:2", "UID:3"], Texts(read["texts"]).Skip(2).Select(one => one.ReplaceLineEndings("\n").Split('\n')[1]));
        Assert.Equal(MimeMail.Bytes(mail, At), MimeMail.Bytes(mail, At));
    }

    [Fact]
    public void Every_line_is_short_and_ascii_and_ends_with_crlf()
    {
        var mail = Encoding.Latin1.GetString(MimeMail.Bytes(Mail with { Html = new string('ü', 500) + "\n\ttabs \n" }, At));

        Assert.All(mail.Split("\r\n"), line => Assert.True(line.Length <= 78 && line.All(one => one is '\t' or (>= ' ' and <= '~')), line));
    }

    [Fact]
    public void The_same_mail_is_the_same_bytes() => Assert.Equal(MimeMail.Bytes(Mail, At), MimeMail.Bytes(Mail, At));

    [Fact]
    public void No_name_or_subject_can_start_a_header()
    {
        var sent = Mail with { Subject = "Hello\r\nBcc: all@example.org", To = new("ana@example.org", "Ana\nBcc: x@example.org") };

        Assert.DoesNotContain("\nBcc", Encoding.ASCII.GetString(MimeMail.Bytes(sent, At)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("ana@example.org\r\nBcc: x@example.org")]
    [InlineData("ana@example.org, eve@example.org")]
    [InlineData("Ana <ana@example.org>")]
    [InlineData("ána@example.org")]
    [InlineData("nobody")]
    public void What_is_no_single_address_is_refused(string address) =>
        Assert.Throws<FormatException>(() => MimeMail.Bytes(Mail with { To = new(address, "Ana") }, At));

    [Fact]
    public void A_domain_may_be_of_any_script() => Assert.Contains(
        "<ana@xn--mnchen-3ya.example>",
        Encoding.ASCII.GetString(MimeMail.Bytes(Mail with { To = new("ana@münchen.example", "Ana") }, At)), StringComparison.Ordinal);

    private static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(one => (string?)one ?? "")];

    private static async Task<JsonNode> Read(byte[] mail)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Reader]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await python.StandardInput.BaseStream.WriteAsync(mail);
        python.StandardInput.Close();
        var said = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return JsonNode.Parse(said)!;
    }
}
