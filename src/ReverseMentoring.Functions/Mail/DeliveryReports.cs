using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Functions.Mail;

/// <summary>
/// Takes what Event Grid puts into a queue of deliveries that failed: no address that anybody could call, and no key
/// (https://learn.microsoft.com/azure/event-grid/communication-services-email-events).
/// </summary>
public sealed class DeliveryReports(Bounces bounces)
{
    /// <summary>In the host's own storage; the subscription of infra names it too.</summary>
    public const string Queue = "mail-events";

    private const string Report = "Microsoft.Communication.EmailDeliveryReportReceived";

    /// <exception cref="FormatException">It is no event. The host tries it a few times, and puts it aside.</exception>
    [Function(nameof(TakeDeliveryReport))]
    public async Task TakeDeliveryReport([QueueTrigger(Queue, Connection = "AzureWebJobsStorage")] string message, CancellationToken cancel)
    {
        var report = Parse(message);
        var data = report["data"] as JsonObject;
        if (Text(report, "eventType") == Report && Guid.TryParse(Text(data, "messageId"), out var id) && Failed(Text(data, "status")) is { } reason)
        {
            await bounces.Record(id, reason, cancel);
        }
    }

    /// <summary>What the parser says of a message may quote it, and there are addresses in it.</summary>
    private static JsonObject Parse(string message)
    {
        try
        {
            return JsonNode.Parse(message) as JsonObject ?? throw new FormatException("A delivery report is no JSON object.");
        }
        catch (JsonException)
        {
            throw new FormatException("A delivery report is no JSON.");
        }
    }

    /// <summary>A status that says that the reader has not got it; the service's details may hold addresses and are left out.</summary>
    private static string? Failed(string? status) => status?.ToLowerInvariant() switch
    {
        "bounced" => "bounced",
        "suppressed" => "suppressed",
        "quarantined" => "quarantined",
        "filteredspam" => "filtered-spam",
        "failed" => "failed",
        _ => null,
    };

    private static string? Text(JsonObject? of, string name) =>
        of?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
