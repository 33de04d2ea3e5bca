using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Functions.Tests.Mail;

public sealed class DeliveryReportsTests
{
    private const string Id = "spring.pulse.p-1.s1.0.abc";

    private readonly MemoryStore store = new();
    private readonly DeliveryReports reports;
    private readonly Bounces bounces;

    public DeliveryReportsTests()
    {
        bounces = new(store, TimeProvider.System);
        reports = new(bounces, new() { EventsKey = "sesame" });
    }

    [Fact]
    public async Task The_handshake_is_answered_with_its_code()
    {
        var (status, body) = await Post("""[{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"512d38b6"}}]""");

        Assert.Equal(200, status);
        Assert.Equal("""{"validationResponse":"512d38b6"}""", body);
    }

    [Theory]
    [InlineData("Bounced", MailState.Bounced)]
    [InlineData("Suppressed", MailState.Bounced)]
    [InlineData("Quarantined", MailState.Bounced)]
    [InlineData("FilteredSpam", MailState.Bounced)]
    [InlineData("Failed", MailState.Bounced)]
    [InlineData("Delivered", MailState.Sent)]
    [InlineData("Expanded", MailState.Sent)]
    public async Task A_report_says_what_became_of_a_mail(string status, MailState expected)
    {
        await Sent();

        Assert.Equal(200, (await Post(Report(Bounces.MessageOf(Id), status))).Status);

        Assert.Equal(expected, (await Kept()).State);
    }

    [Fact]
    public async Task A_report_that_comes_twice_or_on_a_mail_that_nobody_knows_changes_nothing_more()
    {
        await Sent();
        await Post(Report(Bounces.MessageOf(Id), "Bounced"));
        var first = await Kept();

        await Post(Report(Bounces.MessageOf(Id), "Failed"));
        Assert.Equal(200, (await Post(Report(Guid.NewGuid(), "Bounced"))).Status);

        Assert.Equal(first, await Kept());
        Assert.Equal("bounced", first.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=")]
    [InlineData("?key=sesam")]
    public async Task Without_the_key_nothing_is_taken(string query)
    {
        await Sent();

        Assert.Equal(401, (await Post(Report(Bounces.MessageOf(Id), "Bounced"), query)).Status);
        Assert.Equal(MailState.Sent, (await Kept()).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[")]
    public async Task What_is_no_list_of_events_is_refused(string body) => Assert.Equal(400, (await Post(body)).Status);

    private async Task Sent()
    {
        var mail = new Core.Mails.Mail { Name = Id[7..], Kind = MailKind.Pulse, QueuedAt = DateTimeOffset.UnixEpoch, State = MailState.Sent };
        await store.Write(Rows.Cohorts, [new Change.Insert("autumn", "{}"), new Change.Insert("spring", "{}")]);
        await store.Write(Rows.Partition("spring"), [Documents.Insert(Rows.Mail + mail.Name, mail)]);
        await bounces.Expect([Id]);
    }

    private async Task<Core.Mails.Mail> Kept() =>
        (await store.Read<Core.Mails.Mail>(Rows.Partition("spring"), Rows.Mail + Id[7..]))!.Value;

    private static string Report(Guid message, string status) =>
        $$$"""[{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"messageId":"{{{message}}}","recipient":"ada@example.org","status":"{{{status}}}"}}]""";

    private async Task<(int Status, string Body)> Post(string body, string query = "?key=sesame")
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider() };
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Request.QueryString = new(query);
        context.Response.Body = new MemoryStream();
        await (await reports.Take(context.Request, default)).ExecuteAsync(context);
        context.Response.Body.Position = 0;
        return (context.Response.StatusCode, await new StreamReader(context.Response.Body).ReadToEndAsync());
    }
}
