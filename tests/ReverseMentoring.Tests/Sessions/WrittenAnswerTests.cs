using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Serving;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>What people write in answer to a mail goes on to the manager, and nothing of it opens anything.</summary>
public sealed class WrittenAnswerTests
{
    [Fact]
    public async Task What_somebody_writes_reaches_the_manager_without_a_link_and_once()
    {
        await using var server = new SmallImapServer();
        await using var programme = await Begin(server);
        var mail = programme.Mails(Leader(1))[0];
        Assert.Contains("What you write is passed on to", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var link = TestProgramme.LinkOf(mail);
        var token = link.Split('/')[^1];
        var wrapped = $"https://eur01.safelinks.example/?url={Uri.EscapeDataString(link)}&data=05";

        server.Messages.Add(Reports.Answer(
            mail.Id, Leader(1), $"May I bring a colleague?\n\n----- Original -----\n{mail.Text}\n{wrapped}\n<a href=\"{link}\">My answer</a>\n{link[..60]}\n{link[60..]}", subject: "Re: " + link));
        await ReadInbox.Look(programme);
        await ReadInbox.Look(programme);

        var passed = Assert.Single(await Passed(programme));
        Assert.Contains("May I bring a colleague?", passed.Text, StringComparison.Ordinal);
        Assert.All([passed.Text, passed.Html, passed.Subject], text =>
        {
            Assert.DoesNotContain("/f/", text, StringComparison.Ordinal);
            Assert.DoesNotContain(token[..20], text, StringComparison.Ordinal);
            Assert.DoesNotContain(token[^20..], text, StringComparison.Ordinal);
        });
        Assert.Contains(Leader(1), passed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_cut_out_of_the_answer_to_its_mail()
    {
        await using var server = new SmallImapServer();
        await using var programme = await Begin(server);
        var id = await programme.IdOf(Leader(1));
        var mail = new Mail { Name = $"owncode.1.{id}", Kind = MailKind.OwnCode, Person = id, QueuedAt = programme.Clock.GetUtcNow() };
        await programme.Store.Write(Rows.Partition(programme.Cohort), [Core.Store.Documents.Put(Rows.Mail + mail.Name, mail)]);

        server.Messages.Add(Reports.Answer($"{programme.Cohort}.{mail.Name}", Leader(1), "What is this code for? 123 456 or 654321"));
        await ReadInbox.Look(programme);

        var passed = Assert.Single(await Passed(programme));
        Assert.DoesNotContain("123", passed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("654321", passed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_and_answers_to_what_nobody_sent_are_not_passed_on()
    {
        await using var server = new SmallImapServer();
        await using var programme = await Begin(server);
        var mail = programme.Mails(Leader(1))[0];
        server.Messages.AddRange(
        [
            Reports.Answer(mail.Id, Leader(1), "I am away.", "Auto-Submitted: auto-replied\r\n"),
            Reports.Answer(mail.Id, Leader(1), "I am away.", "Precedence: bulk\r\n"),
            Reports.Answer($"{programme.Cohort}.nothing", Leader(1), "To no mail."),
            Reports.Answer("a.b", Leader(1), "To no cohort."),
            Reports.Words("Not an answer."),
        ]);

        await ReadInbox.Look(programme);

        Assert.Empty(await Passed(programme));
        Assert.Equal([2, 3, 4], server.Opened);
    }

    [Fact]
    public async Task While_all_mail_is_stopped_it_waits_in_the_mailbox()
    {
        await using var server = new SmallImapServer();
        await using var programme = await Begin(server);
        server.Messages.Add(Reports.Answer(programme.Mails(Leader(1))[0].Id, Leader(1), "Hello?"));
        using (await programme.Manager(HttpMethod.Put, "/api/mail", new { stopped = true }))
        {
            await ReadInbox.Look(programme);
        }

        Assert.Empty(await Passed(programme));
        using (await programme.Manager(HttpMethod.Put, "/api/mail", new { stopped = false }))
        {
            await ReadInbox.Look(programme);
        }

        Assert.Single(await Passed(programme));
    }

    private static async Task<TestProgramme> Begin(SmallImapServer server)
    {
        var programme = await TestProgramme.Start(Of(1, 1), more: ReadInbox.Of(server));
        await programme.TurnTo(5);
        return programme;
    }

    private static async Task<IReadOnlyList<ReceivedMail>> Passed(TestProgramme programme) => programme.Mails(
        (await programme.Store.ReadCohort(programme.Cohort, default))!.Settings.Contacts.Manager.Email, "answer.");
}
