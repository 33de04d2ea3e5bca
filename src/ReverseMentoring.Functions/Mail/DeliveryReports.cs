using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.Functions.Mail;

/// <summary>
/// Takes what Event Grid reports of mails: its handshake, and deliveries that failed
/// (https://learn.microsoft.com/azure/event-grid/communication-services-email-events).
/// </summary>
public sealed class DeliveryReports(Bounces bounces, MailSettings settings)
{
    private const string Handshake = "Microsoft.EventGrid.SubscriptionValidationEvent";

    private const string Report = "Microsoft.Communication.EmailDeliveryReportReceived";

    public async Task<IResult> Take(HttpRequest request, CancellationToken cancel)
    {
        if (settings.EventsKey is not { Length: > 0 } expected || !Is(request.Query["key"].ToString(), expected))
        {
            return TypedResults.Problem("The address of this webhook ends in a key.", statusCode: StatusCodes.Status401Unauthorized);
        }

        JsonArray events;
        try
        {
            events = (await JsonNode.ParseAsync(request.Body, cancellationToken: cancel))!.AsArray();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or NullReferenceException)
        {
            return TypedResults.Problem("A JSON array of events is expected.", statusCode: StatusCodes.Status400BadRequest);
        }

        foreach (var (type, data) in events.OfType<JsonObject>().Select(one => (Text(one, "eventType"), one["data"] as JsonObject)))
        {
            if (type == Handshake)
            {
                return TypedResults.Json(new { validationResponse = Text(data, "validationCode") });
            }

            if (type == Report && Guid.TryParse(Text(data, "messageId"), out var message) && Failed(Text(data, "status")) is { } reason)
            {
                await bounces.Record(message, reason, cancel);
            }
        }

        return TypedResults.Ok();
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

    private static bool Is(string sent, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
