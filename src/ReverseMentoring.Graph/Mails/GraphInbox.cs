using System.Globalization;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Graph;

/// <summary>
/// Reports of mails that did not arrive, in the programme's mailbox in Microsoft 365. Exchange itself picks the messages that
/// are such reports, by their class; no other is asked for, and none is changed.
/// </summary>
/// <param name="client">One that waits where the service is busy.</param>
/// <param name="mailbox">User principal name of the mailbox.</param>
/// <param name="reader">Reads each report.</param>
/// <param name="clock">For the first look.</param>
public sealed class GraphInbox(GraphServiceClient client, string mailbox, IReportReader reader, TimeProvider clock) : IReportInbox
{
    /// <summary>
    /// PidTagMessageClass, and what it is for reports of failure
    /// (https://learn.microsoft.com/office/vba/outlook/concepts/forms/item-types-and-message-classes).
    /// </summary>
    private const string AreReports = "singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and ep/value eq 'REPORT.IPM.Note.NDR')";

    /// <summary>What came in the last second of the page before is read again: there may be more of that second.</summary>
    public async Task<ReportPage> Read(string? after, CancellationToken cancel)
    {
        var since = after ?? Text(clock.GetUtcNow() - ReportLimits.FirstLook);
        var page = await client.Users[mailbox].MailFolders["inbox"].Messages.GetAsync(
            request =>
            {
                // What is ordered by must be filtered by, and first.
                request.QueryParameters.Filter = $"receivedDateTime ge {since} and {AreReports}";
                request.QueryParameters.Orderby = ["receivedDateTime"];
                request.QueryParameters.Select = ["id", "receivedDateTime"];
                request.QueryParameters.Top = ReportLimits.Most;
            },
            cancel);
        List<Message> found = [.. (page?.Value ?? []).Where(message => message.Id is not null)];
        var failures = new List<ReturnedMail>();
        foreach (var message in found)
        {
            if (await ReadReport(message.Id!, cancel) is { } failure)
            {
                failures.Add(failure);
            }
        }

        var end = found.LastOrDefault()?.ReceivedDateTime is { } last ? Text(last) : since;
        return new(failures, end, found.Count == ReportLimits.Most && end != since);
    }

    private async Task<ReturnedMail?> ReadReport(string message, CancellationToken cancel)
    {
        await using var whole = await client.Users[mailbox].Messages[message].Content.GetAsync(cancellationToken: cancel);
        if (whole is null)
        {
            return null;
        }

        var buffer = new byte[ReportLimits.MostBytes];
        var count = await whole.ReadAtLeastAsync(buffer, ReportLimits.MostBytes, throwOnEndOfStream: false, cancel);
        using var report = new MemoryStream(buffer, 0, count);
        return reader.Read(report);
    }

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
