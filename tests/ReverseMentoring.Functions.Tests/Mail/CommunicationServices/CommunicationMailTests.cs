using System.Text;
using System.Text.Json.Nodes;
using Azure.Communication.Email;
using Azure.Identity;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Functions.Mail.CommunicationServices;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Functions.Tests.Mail.CommunicationServices;

public sealed class CommunicationMailTests : IAsyncLifetime
{
    private static readonly OutgoingMail Letter = new("spring.pulse.p-1.s1.0.abc", new("ada@example.org", "Ada"), "Did you meet?", "Text", "<p>Html</p>")
    {
        From = new("programme@example.org", "Pat"),
        ReplyTo = new("pat@example.org", "Pat"),
        Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://example.org/f/x>" },
        Calendars = [new("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")],
    };

    private MailService service = null!;
    private CommunicationMail mail = null!;

    public async Task InitializeAsync()
    {
        service = await MailService.Start();
        var client = MailClients.Open(new() { ConnectionString = service.Connection }, new(() => new DefaultAzureCredential()));
        mail = new(client, new Bounces(new MemoryStore(), TimeProvider.System), TimeProvider.System);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_mail_goes_under_the_uuid_of_its_id_with_all_that_it_says()
    {
        Assert.Equal([Delivery.Taken], await mail.Send([Letter], default));

        var (operation, text) = Assert.Single(service.Taken);
        Assert.Equal(Bounces.MessageOf(Letter.Id).ToString(), operation);
        var body = JsonNode.Parse(text)!;
        Assert.Equal("programme@example.org", (string?)body["senderAddress"]);
        Assert.Equal("ada@example.org", (string?)body["recipients"]!["to"]![0]!["address"]);
        Assert.Equal("<p>Html</p>", (string?)body["content"]!["html"]);
        Assert.Equal("Text", (string?)body["content"]!["plainText"]);
        Assert.Equal("<https://example.org/f/x>", (string?)body["headers"]!["List-Unsubscribe"]);
        Assert.Equal("pat@example.org", (string?)body["replyTo"]![0]!["address"]);
        var attachment = body["attachments"]![0]!;
        Assert.Equal("text/calendar; charset=utf-8; method=REQUEST", (string?)attachment["contentType"]);
        Assert.Equal(Letter.Calendar!.Content, Encoding.UTF8.GetString(Convert.FromBase64String((string)attachment["contentInBase64"]!)));
    }

    [Fact]
    public async Task A_full_quota_is_told_at_once_and_nobody_knocks_again()
    {
        service.Answer = MailService.Fails(429, "TooManyRequests", "37");

        var outcomes = await mail.Send([Letter, Letter with { Id = "spring.b" }, Letter with { Id = "spring.c" }], default);

        Assert.All(outcomes, outcome => Assert.Equal((DeliveryKind.Later, TimeSpan.FromSeconds(37)), (outcome.Kind, outcome.RetryAfter)));
        Assert.Equal(1, service.Calls);
    }

    [Fact]
    public async Task A_mail_that_the_service_will_never_take_is_refused()
    {
        service.Answer = MailService.Fails(400, "EmailDroppedAllRecipientsSuppressed");

        Assert.Equal([new Delivery(DeliveryKind.Refused, Reason: "EmailDroppedAllRecipientsSuppressed")], await mail.Send([Letter], default));
    }

    [Theory]
    [InlineData(400, "InvalidSenderUserName")]
    [InlineData(404, "DomainNotLinked")]
    [InlineData(401, "Denied")]
    public async Task What_is_wrong_with_the_service_is_no_fault_of_the_mail(int status, string code)
    {
        service.Answer = MailService.Fails(status, code);

        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => mail.Send([Letter], default));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(503)]
    public async Task After_a_failure_on_the_way_the_service_is_asked_whether_it_has_the_mail(int status)
    {
        service.Answer = MailService.Fails(status, "Busy");
        Assert.Equal(DeliveryKind.Unheard, Assert.Single(await mail.Send([Letter], default)).Kind);

        service.TakesFirst = true;
        Assert.Equal([Delivery.Taken], await mail.Send([Letter], default));
    }

    [Fact]
    public async Task After_a_failure_on_the_way_the_next_mails_wait_and_are_known_not_to_have_arrived()
    {
        service.Answer = MailService.Fails(503, "Busy", "20");

        var outcomes = await mail.Send([Letter, Letter with { Id = "spring.another" }], default);

        Assert.Equal([DeliveryKind.Unheard, DeliveryKind.Later], outcomes.Select(outcome => outcome.Kind));
        Assert.All(outcomes, outcome => Assert.Equal(TimeSpan.FromSeconds(20), outcome.RetryAfter));
    }

    [Fact]
    public async Task A_service_that_can_t_be_reached_leaves_open_what_became_of_a_mail()
    {
        await service.DisposeAsync();

        Assert.Equal(DeliveryKind.Unheard, (await mail.Ask(Letter.Id, default)).Kind);
        Assert.Equal(DeliveryKind.Unheard, Assert.Single(await mail.Send([Letter], default)).Kind);
    }

    [Fact]
    public async Task A_service_that_never_answers_leaves_open_what_became_of_a_mail()
    {
        service.IsSilent = true;
        var impatient = new EmailClient(service.Connection, new() { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromMilliseconds(200) } });
        mail = new(impatient, new Bounces(new MemoryStore(), TimeProvider.System), TimeProvider.System);

        Assert.Equal(DeliveryKind.Unheard, (await mail.Ask(Letter.Id, default)).Kind);
        var outcomes = await mail.Send([Letter, Letter with { Id = "spring.another" }], default);
        Assert.Equal([DeliveryKind.Unheard, DeliveryKind.Later], outcomes.Select(outcome => outcome.Kind));
    }

    [Fact]
    public async Task Whoever_ends_the_wait_is_not_told_that_nothing_was_heard()
    {
        service.IsSilent = true;
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => mail.Send([Letter], soon.Token));
    }

    [Fact]
    public async Task A_mail_is_asked_for_by_its_operation()
    {
        Assert.Equal(DeliveryKind.NotSeen, (await mail.Ask(Letter.Id, default)).Kind);

        await mail.Send([Letter], default);
        Assert.Equal(Delivery.Taken, await mail.Ask(Letter.Id, default));
        service.Status = "Running";
        Assert.Equal(Delivery.Taken, await mail.Ask(Letter.Id, default));
        service.Status = "Canceled";
        Assert.Equal(new Delivery(DeliveryKind.Refused, Reason: "failed"), await mail.Ask(Letter.Id, default));
        (service.Status, service.Error) = ("Failed", "EmailDroppedAllRecipientsSuppressed");
        Assert.Equal(new Delivery(DeliveryKind.Refused, Reason: "EmailDroppedAllRecipientsSuppressed"), await mail.Ask(Letter.Id, default));
    }
}
