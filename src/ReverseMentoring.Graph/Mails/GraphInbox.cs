using System.Globalization;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Scheduling.Ical;

namespace ReverseMentoring.Graph;

/// <summary>
/// Reports of mails that did not arrive, answers of calendar programs, and what people wrote in answer, in the programme's mailbox in Microsoft
/// 365. Exchange itself picks the messages that are such, by their class and by what they answer; no other is asked for, and none is changed.
/// Notices of absence have a class of their own (IPM.Note.Rules.OofTemplate.Microsoft).
/// </summary>
/// <param name="client">One that waits where the service is busy.</param>
/// <param name="mailbox">User principal name of the mailbox.</param>
/// <param name="reader">Reads each report.</param>
/// <param name="replies">Reads each answer of a calendar program.</param>
/// <param name="words">Reads what people wrote.</param>
/// <param name="clock">For the first look.</param>
public sealed class GraphInbox(GraphServiceClient client, string mailbox, IReportReader reader, IReplyReader replies, IWordsReader words, TimeProvider clock) : IReportInbox
{
    /// <summary>
    /// PidTagMessageClass, and what it is for reports of failure; PidTagInReplyToId
    /// (https://learn.microsoft.com/office/vba/outlook/concepts/forms/item-types-and-message-classes).
    /// </summary>
    private const string AreReports = "(singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and ep/value eq 'REPORT.IPM.Note.NDR')"
        + " or singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and startswith(ep/value, 'IPM.Schedule.Meeting.Resp'))"
        + " or (singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and ep/value eq 'IPM.Note')"
        + " and singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x1042' and startswith(ep/value, '<'))))";

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
        var (failures, heard, said) = (new List<ReturnedMail>(), new List<CalendarReply>(), new List<WrittenAnswer>());
        foreach (var message in found)
        {
            var bytes = await ReadMessage(message.Id!, cancel);
            using var report = new MemoryStream(bytes);
            using var answer = new MemoryStream(bytes);
            using var written = new MemoryStream(bytes);
            if (reader.Read(report) is { } failure)
            {
                failures.Add(failure);
            }
            else if (replies.Read(answer) is { } reply)
            {
                heard.Add(reply);
            }
            else if (words.Read(written) is { } own)
            {
                said.Add(own);
            }
        }

        var end = found.LastOrDefault()?.ReceivedDateTime is { } last ? Text(last) : since;
        return new(failures, end, found.Count == ReportLimits.Most && end != since) { Replies = heard, Words = said };
    }

    /// <summary>The beginning of a message; nothing where it is gone.</summary>
    private async Task<byte[]> ReadMessage(string message, CancellationToken cancel)
    {
        await using var whole = await client.Users[mailbox].Messages[message].Content.GetAsync(cancellationToken: cancel);
        if (whole is null)
        {
            return [];
        }

        var buffer = new byte[ReportLimits.MostBytes];
        var count = await whole.ReadAtLeastAsync(buffer, ReportLimits.MostBytes, throwOnEndOfStream: false, cancel);
        return buffer[..count];
    }

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
