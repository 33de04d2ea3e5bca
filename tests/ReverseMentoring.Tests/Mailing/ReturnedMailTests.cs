using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Smtp.Returned;
using ReverseMentoring.Tests.Api;
using ReverseMentoring.Tests.Serving;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>Mails that come back by mail, in a mailbox that is read by IMAP.</summary>
public sealed class ReturnedMailTests
{
    [Theory]
    [InlineData("5.1.1", false, "no-such-address")]
    [InlineData("5.1.10", true, "no-such-address")]
    [InlineData("5.2.2", false, "mailbox-full")]
    [InlineData("4.2.2", true, "mailbox-full")]
    [InlineData("5.7.1", false, "rejected")]
    [InlineData("4.4.7", true, "bounced")]
    public void A_report_of_failure_names_the_mail_and_why(string status, bool whole, string reason) =>
        Assert.Equal(new ReturnedMail("spring.invitation.ana", reason), Read(Reports.Of("spring.invitation.ana", status: status, whole: whole)));

    [Fact]
    public void Where_no_headers_come_back_the_report_answers_the_mail() =>
        Assert.Equal(new ReturnedMail("spring.invitation.ana", "mailbox-full"), Read(Reports.AsAnswer("spring.invitation.ana")));

    [Theory]
    [InlineData("delayed")]
    [InlineData("delivered")]
    [InlineData("relayed")]
    public void What_may_still_come_or_has_come_is_no_failure(string action) => Assert.Null(Read(Reports.Of("spring.invitation.ana", action)));

    [Theory]
    [InlineData("Action: failed\r\nStatus: 5.1.1")]
    [InlineData("")]
    public void What_somebody_wrote_is_no_report(string words) => Assert.Null(Read(Reports.Words(words)));

    [Fact]
    public void A_report_that_breaks_off_behind_the_headers_is_read_all_the_same()
    {
        var whole = Reports.Of("spring.invitation.ana", whole: true);
        Assert.NotNull(Read(whole[..whole.IndexOf("The words", StringComparison.Ordinal)]));
        Assert.Null(Read(whole[..whole.IndexOf("Final-Recipient", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_mail_that_came_back_is_shown_to_the_manager_and_no_other_message_is_opened()
    {
        await using var host = await ApiHost.Start();
        var cohort = await host.StartSample();
        var name = (await Mails(host, cohort))[0].Name;
        await using var server = new SmallImapServer();
        server.Messages.AddRange([Reports.Words("Between us: delivery-status"), Reports.Of($"{cohort}.{name}"), Reports.Words("And a second one")]);
        var returned = Returned(server, host.Store);

        await returned.Look();

        var told = (await host.Get($"/api/cohorts/{cohort}/mails")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("bounced", "no-such-address"), (told.GetProperty("state").GetString(), told.GetProperty("reason").GetString()));
        Assert.Equal([2], server.Opened);
        Assert.DoesNotContain(server.Heard, said => said.StartsWith("SELECT", StringComparison.Ordinal) || said.Contains("STORE", StringComparison.Ordinal));

        // Only what has come since.
        server.Messages.AddRange([Reports.Words("A third one"), Reports.Of($"{cohort}.nothing"), Reports.Of("a.b")]);
        await returned.Look();
        await returned.Look();
        Assert.Equal([2, 5, 6], server.Opened);
    }

    [Fact]
    public async Task Many_reports_are_all_read_once()
    {
        await using var host = await ApiHost.Start();
        await using var server = new SmallImapServer();
        server.Messages.AddRange(Enumerable.Range(0, 120).Select(number => Reports.Of($"spring.mail-{number}")));
        var returned = Returned(server, host.Store);

        await returned.Look();
        await returned.Look();

        Assert.Equal(Enumerable.Range(1, 120), server.Opened);
    }

    [Fact]
    public async Task A_mailbox_whose_messages_were_numbered_anew_is_looked_through_again()
    {
        await using var host = await ApiHost.Start();
        await using var server = new SmallImapServer();
        server.Messages.AddRange([Reports.Words("one"), Reports.Of("a.b")]);
        var returned = Returned(server, host.Store);
        await returned.Look();

        server.Validity++;
        server.Messages.RemoveAt(0);
        await returned.Look();

        Assert.Equal([2, 1], server.Opened);
    }

    [Fact]
    public async Task A_mailbox_that_can_t_be_read_stops_nothing_and_is_read_the_next_time()
    {
        await using var host = await ApiHost.Start();
        var cohort = await host.StartSample();
        var name = (await Mails(host, cohort))[0].Name;
        await using var server = new SmallImapServer();
        server.Messages.Add(Reports.Of($"{cohort}.{name}"));

        await Returned(server, host.Store, "wrong").Look();
        Assert.Empty(server.Opened);
        await Returned(server, host.Store).Look();

        Assert.Equal(MailState.Bounced, (await Mails(host, cohort)).Single(one => one.Name == name).State);
    }

    [Theory]
    [InlineData("imap.example.org", 993)]
    [InlineData("imap.example.org:143", 143)]
    public void A_server_is_named_with_or_without_a_port(string text, int port) =>
        Assert.Equal(new ImapSettings("imap.example.org", port, "me", null), ImapSettings.TryParse(text, "me", null));

    [Theory]
    [InlineData("")]
    [InlineData(":993")]
    [InlineData("imap.example.org:imap")]
    [InlineData("imap.example.org:0")]
    public void What_is_no_server_is_not_taken(string text) => Assert.Null(ImapSettings.TryParse(text, "me", null));

    private static ReturnedMail? Read(string report) => new DeliveryReport().Read(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(report)));

    private static ReturnedMails Returned(SmallImapServer server, IStore store, string password = "secret") => new(
        new ImapInbox(new("127.0.0.1", server.Port, "programme", password) { Insecure = true }, new DeliveryReport(), new CalendarReplyReader(), new WordsReader(), TimeProvider.System),
        new Bounces(store, TimeProvider.System), new DeafReplies(), new DeafReplies(), store, NullLogger<ReturnedMails>.Instance);

    private static async Task<List<Mail>> Mails(ApiHost host, string cohort) =>
        await host.Store.Query<Mail>(Rows.Partition(new CohortId(cohort)), KeyRange.Prefix(Rows.Mail)).Select(row => row.Value).ToListAsync();
}
