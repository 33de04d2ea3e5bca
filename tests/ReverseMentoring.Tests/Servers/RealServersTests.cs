using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Smtp;
using ReverseMentoring.Smtp.Returned;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Sessions;
using ReverseMentoring.Web.Mails;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Servers;

/// <summary>A cohort over Debian's Postfix and Dovecot: an invitation out, a reply in, moved, noticed; what came back; what somebody wrote.</summary>
[Trait("Category", "Servers")]
public sealed class RealServersTests
{
    [RealServersFact]
    public async Task An_invitation_goes_out_a_no_comes_in_the_session_moves_and_both_are_told()
    {
        await using var servers = await RealServers.Start("leader1", "junior1", "programme", "manager");
        await using var programme = await Begin(servers, Of(1, 1));
        await programme.UntilSessions(1, 1);
        await programme.TurnToBefore(1, 4);
        var session = await programme.Session();

        var invitation = (await servers.Messages("leader1", programme.Mails(Leader(1)).Count)).Last(message => Calendar(message) is not null);
        Assert.Equal("REQUEST", Calendar(invitation)!.ContentType.Parameters["method"]);
        await servers.Send(Answer(invitation, SimulatedNo(Calendar(invitation)!.Text)));
        Assert.Single(await servers.Messages("programme", 1));
        await ReadInbox.Look(programme);

        var moved = await programme.Session();
        Assert.NotEqual(session.Time, moved.Time);
        Assert.Equal(1, (await programme.Pair()).FallsInARow);
        var told = (await servers.Messages("junior1", programme.Mails(Junior(1)).Count)).Last(message => Calendar(message) is not null);
        Assert.Contains($"DTSTART:{moved.Time.Start.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}", Calendar(told)!.Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", Calendar(told)!.Text, StringComparison.Ordinal);
    }

    [RealServersFact]
    public async Task A_mail_that_comes_back_is_noticed_a_notice_of_absence_is_not_and_words_go_on_to_the_manager()
    {
        await using var servers = await RealServers.Start("leader1", "programme", "manager");
        await using var programme = await Begin(servers, [.. Of(1, 0), new { name = "Gone", email = RealServers.Gone, role = "mentor", level = 1, timeZone = "Europe/Berlin", languages = new[] { "en" } }]);

        await programme.TurnTo(5);
        // Taken by Postfix, and returned by it.
        Assert.Single(await servers.Messages("programme", 1));
        var first = (await servers.Messages("leader1", 1))[0];
        await servers.Send(Answer(first, "I am away until Monday.", ("Auto-Submitted", "auto-replied")));
        await servers.Send(Answer(first, $"May I bring a colleague?\n{TestProgramme.LinkOf(programme.Mails(Leader(1))[0])}"));
        Assert.Equal(3, (await servers.Messages("programme", 3)).Count);
        await ReadInbox.Look(programme);

        var failed = await programme.Store.Query<Mail>(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Mail)).Select(row => row.Value)
            .Where(mail => mail.State is MailState.Bounced).ToListAsync();
        Assert.Equal("no-such-address", Assert.Single(failed).Reason);
        var passed = Assert.Single(await servers.Messages("manager", 1), message => message.Subject!.StartsWith("Leader 1", StringComparison.Ordinal));
        Assert.Contains("May I bring a colleague?", passed.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("/f/", passed.TextBody, StringComparison.Ordinal);
    }

    private static Task<TestProgramme> Begin(RealServers servers, IEnumerable<object> people) => TestProgramme.Start(
        people, new { sessions = new { sessions = 4 }, contacts = new { manager = new { name = "Manager", email = "manager@example.org" } } },
        more: services => services
            .AddSingleton(new SenderAddress(RealServers.Programme))
            .AddSingleton<IMailTransport>(all => new BothTransports(
                new(new("127.0.0.1", servers.Smtp, RealServers.Programme) { Insecure = true }, all.GetRequiredService<TimeProvider>()),
                ActivatorUtilities.CreateInstance<MailboxTransport>(all)))
            .AddReturnedMails()
            .AddSingleton<IReportInbox>(all => new ImapInbox(
                new("127.0.0.1", servers.Imap, "programme", RealServers.Password) { Insecure = true }, all.GetRequiredService<IReportReader>(), all.GetRequiredService<IReplyReader>(),
                all.GetRequiredService<IWordsReader>(), TimeProvider.System)));

    private static TextPart? Calendar(MimeMessage message) => message.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar"));

    private static MimeMessage Answer(MimeMessage mail, string words, params (string Name, string Value)[] headers) =>
        Answer(mail, new TextPart("plain") { Text = words }, headers);

    private static MimeMessage Answer(MimeMessage mail, MimeEntity body, params (string Name, string Value)[] headers)
    {
        var answer = new MimeMessage([mail.To.Mailboxes.First()], [mail.From.Mailboxes.First()], "Re: " + mail.Subject, body) { InReplyTo = mail.MessageId };
        foreach (var (name, value) in headers)
        {
            answer.Headers.Add(name, value);
        }

        return answer;
    }

    /// <summary>As Outlook writes it.</summary>
    private static TextPart SimulatedNo(string invitation)
    {
        string[] lines = invitation.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split('\n');
        var reply = string.Join("\r\n",
        [
            "BEGIN:VCALENDAR", "METHOD:REPLY", "PRODID:Microsoft Exchange Server 2010", "VERSION:2.0", "BEGIN:VEVENT",
            $"ATTENDEE;PARTSTAT=DECLINED;CN=Leader 1:mailto:{Leader(1)}",
            .. lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal) || line.StartsWith("SEQUENCE:", StringComparison.Ordinal) || line.StartsWith("DTSTART", StringComparison.Ordinal)),
            "END:VEVENT", "END:VCALENDAR", "",
        ]);
        var part = new TextPart("calendar");
        part.SetText(Encoding.UTF8, reply);
        part.ContentType.Parameters.Add("method", "REPLY");
        return part;
    }
}
