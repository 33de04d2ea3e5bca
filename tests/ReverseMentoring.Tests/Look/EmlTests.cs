using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ReverseMentoring.Web.Letters;
using ReverseMentoring.Web.Look;

namespace ReverseMentoring.Tests.Look;

public sealed class EmlTests
{
    // Says as JSON what another's parser understood, its complaints included.
    private const string Reader = """
        import sys, json, email, email.policy, email.header
        source = sys.stdin.buffer.read()
        mail = email.message_from_bytes(source, policy=email.policy.default)
        # The newer policy puts a blank between the encoded words of a name (RFC 2047, section 6.2, says none); the older doesn't.
        to = str(email.header.make_header(email.header.decode_header(email.message_from_bytes(source)["To"])))
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

    private static readonly Envelope Post = new(
        "spring.introduction.ana-1@mentoring.example.org", new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(2)),
        new("programme@example.org", "Northwind, \"People\""), new("ana@example.org", "Ána Lindqvist-Øverås von und zu Hohenschwangau (Finance) 李娜"),
        Unsubscribe: new("https://mentoring.example.org/p/abc?d=1"), OneClick: true);

    [PythonFact]
    public async Task Another_parser_reads_what_we_wrote_without_a_complaint()
    {
        var (html, text) = (LetterHtml.Render(LetterSamples.Introduction, Theme.Of("Northwind")), LetterText.Render(LetterSamples.Introduction));
        var read = await Read(Eml.Compose(Post, LetterSamples.Introduction, html, text));

        Assert.Empty(read["defects"]!.AsArray());
        Assert.Equal(["multipart/alternative", "text/plain", "text/html"], Texts(read["types"]));
        Assert.Equal(LetterSamples.Introduction.Subject, (string?)read["headers"]!["Subject"]);
        Assert.Equal("<https://mentoring.example.org/p/abc?d=1>", (string?)read["headers"]!["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", (string?)read["headers"]!["List-Unsubscribe-Post"]);
        Assert.Equal("<spring.introduction.ana-1@mentoring.example.org>", (string?)read["headers"]!["Message-ID"]);
        Assert.Equal($"{Post.To.Name} <{Post.To.Address}>", (string?)read["to"]);
        Assert.Equal([Post.From.Name!, Post.From.Address], Texts(read["from"]![0]));
        Assert.Equal("2026-03-02T07:30:00+00:00", (string?)read["date"]);
        Assert.Equal([text.TrimEnd(), html.TrimEnd()], Texts(read["texts"]).Select(one => one.ReplaceLineEndings("\n").TrimEnd()));
    }

    [PythonFact]
    public async Task A_calendar_and_a_file_come_through()
    {
        const string Invitation = "BEGIN:VCALENDAR\r\nSUMMARY:Gespräch  \r\nEND:VCALENDAR\r\n";
        var file = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var read = await Read(Eml.Compose(Post, LetterSamples.Introduction, "<p>=20 ü</p>", ".\nfrom", new("REQUEST", Invitation), new Attachment("invite.ics", "application/ics", file)));

        Assert.Empty(read["defects"]!.AsArray());
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"], Texts(read["types"]));
        Assert.Equal("REQUEST", Texts(read["method"])[2]);
        Assert.Equal("invite.ics", Texts(read["files"])[3]);
        Assert.Equal([".\nfrom", "<p>=20 ü</p>", Invitation.ReplaceLineEndings("\n"), Convert.ToHexStringLower(file)], Texts(read["texts"]).Select((one, at) => at == 2 ? one.ReplaceLineEndings("\n").TrimEnd() + "\n" : one.ReplaceLineEndings("\n").TrimEnd()));
    }

    [Fact]
    public void Every_line_is_short_and_ascii_and_ends_with_crlf()
    {
        var mail = Encoding.Latin1.GetString(Eml.Compose(Post, LetterSamples.Introduction, new string('ü', 500) + "\n\ttabs \n", "x"));

        Assert.All(mail.Split("\r\n"), line => Assert.True(line.Length <= 78 && line.All(one => one is '\t' or (>= ' ' and <= '~')), line));
    }

    [Fact]
    public void The_same_mail_is_the_same_bytes() =>
        Assert.Equal(Eml.Compose(Post, LetterSamples.Introduction, "<p>a</p>", "a"), Eml.Compose(Post, LetterSamples.Introduction, "<p>a</p>", "a"));

    [Fact]
    public void No_name_or_subject_can_start_a_header()
    {
        var letter = LetterSamples.Introduction with { Subject = "Hello\r\nBcc: all@example.org" };
        var mail = Encoding.ASCII.GetString(Eml.Compose(Post with { To = new("ana@example.org", "Ana\nBcc: x@example.org") }, letter, "a", "a"));

        Assert.DoesNotContain("\nBcc", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("ana@example.org\r\nBcc: x@example.org")]
    [InlineData("ana@example.org, eve@example.org")]
    [InlineData("Ana <ana@example.org>")]
    [InlineData("ána@example.org")]
    [InlineData("nobody")]
    public void What_is_no_single_address_is_refused(string address) =>
        Assert.Throws<FormatException>(() => Eml.Compose(Post with { To = new(address) }, LetterSamples.Introduction, "a", "a"));

    [Fact]
    public void A_domain_may_be_of_any_script() =>
        Assert.Contains("To: ana@xn--mnchen-3ya.example\r\n", Encoding.ASCII.GetString(Eml.Compose(Post with { To = new("ana@münchen.example") }, LetterSamples.Introduction, "a", "a")), StringComparison.Ordinal);

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
