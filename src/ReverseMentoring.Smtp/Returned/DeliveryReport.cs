using System.Text.RegularExpressions;
using MimeKit;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Smtp.Returned;

/// <summary>
/// Reads reports of deliveries by their parts for machines (RFC 3462, RFC 3464): whether a reader will never get it, and the
/// message id of the mail, out of the headers that the report brings back. The words for people are not looked at.
/// </summary>
public sealed partial class DeliveryReport : IReportReader
{
    public ReturnedMail? Read(Stream mime)
    {
        using var message = MimeMessage.Load(mime);
        return message.Body is MultipartReport report && report.ReportType?.Equals("delivery-status", StringComparison.OrdinalIgnoreCase) is true
            && ReasonOf(report) is { } reason && MessageId(message, report) is { } id && id.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
            ? new(id[..at], reason)
            : null;
    }

    /// <returns>Null where it may still come, or has come.</returns>
    private static string? ReasonOf(MultipartReport report)
    {
        // Delayed, relayed and delivered are no failures; some put the fields of the reader beside those of the whole mail.
        var failed = report.OfType<MessageDeliveryStatus>().SelectMany(part => part.StatusGroups)
            .FirstOrDefault(group => group["Action"]?.TrimStart().StartsWith("failed", StringComparison.OrdinalIgnoreCase) is true);
        return failed is null ? null : Status().Match(failed["Status"] ?? "").Value switch
        {
            ['5', '.', '1', ..] => "no-such-address",
            [_, '.', '2', '.', '2'] => "mailbox-full",
            [_, '.', '7', ..] => "rejected",
            _ => "bounced",
        };
    }

    /// <summary>Of the mail that came back: out of its own headers, or what the report answers.</summary>
    private static string? MessageId(MimeMessage message, MultipartReport report) =>
        report.OfType<TextRfc822Headers>().Select(part => part.Message?.MessageId).OfType<string>().FirstOrDefault()
        ?? report.OfType<MessagePart>().Select(part => part.Message?.MessageId).OfType<string>().FirstOrDefault()
        ?? message.InReplyTo
        ?? message.References.LastOrDefault();

    /// <summary>RFC 3463.</summary>
    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Status();
}
