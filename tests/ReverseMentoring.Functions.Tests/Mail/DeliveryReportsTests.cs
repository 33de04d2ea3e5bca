using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
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
        reports = new(bounces);
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

        await reports.TakeDeliveryReport(Report(Bounces.MessageOf(Id), status), default);

        Assert.Equal(expected, (await Kept()).State);
    }

    [Fact]
    public async Task A_report_that_comes_twice_or_on_a_mail_that_nobody_knows_changes_nothing_more()
    {
        await Sent();
        await reports.TakeDeliveryReport(Report(Bounces.MessageOf(Id), "Bounced"), default);
        var first = await Kept();

        await reports.TakeDeliveryReport(Report(Bounces.MessageOf(Id), "Failed"), default);
        await reports.TakeDeliveryReport(Report(Guid.NewGuid(), "Bounced"), default);

        Assert.Equal(first, await Kept());
        Assert.Equal("bounced", first.Reason);
    }

    [Fact]
    public async Task An_event_of_another_kind_changes_nothing()
    {
        await Sent();

        await reports.TakeDeliveryReport("""{"eventType":"Microsoft.Communication.EmailEngagementTrackingReportReceived","data":{}}""", default);

        Assert.Equal(MailState.Sent, (await Kept()).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("ada@example.org")]
    public async Task What_is_no_event_is_put_aside_and_not_quoted(string message)
    {
        var failure = await Assert.ThrowsAsync<FormatException>(() => reports.TakeDeliveryReport(message, default));

        Assert.DoesNotContain("ada", failure.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The queue that infra's subscription fills, in the storage that the host has by its own identity.</summary>
    [Fact]
    public void The_queue_is_the_one_that_the_deployment_makes()
    {
        var trigger = typeof(DeliveryReports).GetMethod(nameof(DeliveryReports.TakeDeliveryReport))!.GetParameters()[0].GetCustomAttribute<QueueTriggerAttribute>()!;

        Assert.Equal(("mail-events", "AzureWebJobsStorage"), (trigger.QueueName, trigger.Connection));
    }

    private async Task Sent()
    {
        var mail = new Core.Mailing.Mail { Name = Id[7..], Kind = MailKind.Pulse, QueuedAt = DateTimeOffset.UnixEpoch, State = MailState.Sent };
        await store.Write(Rows.Cohorts, [new Change.Insert("autumn", "{}"), new Change.Insert("spring", "{}")]);
        await store.Write(Rows.Partition(new CohortId("spring")), [Documents.Insert(Rows.Mail + mail.Name, mail)]);
        await bounces.Expect([(new CohortId("spring"), Id[7..])]);
    }

    private async Task<Core.Mailing.Mail> Kept() =>
        (await store.Read<Core.Mailing.Mail>(Rows.Partition(new CohortId("spring")), Rows.Mail + Id[7..]))!.Value;

    private static string Report(Guid message, string status) =>
        $$$"""{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"messageId":"{{{message}}}","recipient":"ada@example.org","status":"{{{status}}}"}}""";
}
