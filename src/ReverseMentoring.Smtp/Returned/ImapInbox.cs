using System.Globalization;
using System.Net.Security;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Scheduling.Ical;

namespace ReverseMentoring.Smtp.Returned;

/// <summary>
/// Reports in a mailbox that is read by IMAP, opened for reading only: nothing is marked, moved or deleted. The server picks
/// the messages that call themselves reports of deliveries, and those that answer another message and that no machine calls its own; of each
/// other it is looked only of which parts it is made, and it is opened where one of these is an answer of a calendar program.
/// </summary>
/// <param name="settings">Where it is.</param>
/// <param name="reader">Reads each report.</param>
/// <param name="replies">Reads each answer of a calendar program.</param>
/// <param name="words">Reads what people wrote.</param>
/// <param name="clock">For the first look.</param>
public sealed class ImapInbox(ImapSettings settings, IReportReader reader, IReplyReader replies, IWordsReader words, TimeProvider clock) : IReportInbox
{
    /// <summary>Instead of the machine's own authorities.</summary>
    internal RemoteCertificateValidationCallback? Trusts { get; init; }

    public async Task<ReportPage> Read(string? after, CancellationToken cancel)
    {
        using var client = new ImapClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = Trusts, Timeout = 60_000 };
        await client.ConnectAsync(settings.Host, settings.Port, Security, cancel);
        await client.AuthenticateAsync(settings.User, settings.Password ?? "", cancel);
        var inbox = client.Inbox ?? throw new ImapProtocolException("The mailbox has no inbox.");
        await inbox.OpenAsync(FolderAccess.ReadOnly, cancel);
        var last = Last(after, inbox.UidValidity);
        SearchQuery since = last is { } read
            ? SearchQuery.Uids(new UniqueIdRange(new(inbox.UidValidity, read + 1), UniqueId.MaxValue))
            : SearchQuery.DeliveredAfter((clock.GetUtcNow() - ReportLimits.FirstLook).UtcDateTime);
        // A range that begins behind the last message is answered with the last.
        var all = (await inbox.SearchAsync(since, cancel)).Where(id => id.Id > (last ?? 0)).OrderBy(id => id.Id).ToList();
        var reports = (await inbox.SearchAsync(since.And(SearchQuery.HeaderContains("Content-Type", "delivery-status")), cancel)).ToHashSet();
        var written = (await inbox.SearchAsync(since.And(AreWritten), cancel)).ToHashSet();
        var page = all.Take(ReportLimits.MostSeen).ToList();
        var answers = await Answers(inbox, [.. page.Where(id => !reports.Contains(id))], cancel);
        var found = page.Where(id => reports.Contains(id) || answers.Contains(id) || written.Contains(id)).ToList();
        var (failures, heard, said) = (new List<ReturnedMail>(), new List<CalendarReply>(), new List<WrittenAnswer>());
        foreach (var id in found.Take(ReportLimits.Most))
        {
            await using var message = await inbox.GetStreamAsync(id, 0, ReportLimits.MostBytes, cancel);
            if (answers.Contains(id))
            {
                heard.AddRange(replies.Read(message) is { } reply ? [reply] : []);
            }
            else if (reports.Contains(id))
            {
                failures.AddRange(reader.Read(message) is { } failure ? [failure] : []);
            }
            else if (words.Read(message) is { } answer)
            {
                said.Add(answer);
            }
        }

        await client.DisconnectAsync(quit: true, cancel);
        var isMore = found.Count > ReportLimits.Most || page.Count < all.Count;
        var end = found.Count > ReportLimits.Most ? found[ReportLimits.Most - 1].Id
            : page.Count < all.Count ? page[^1].Id
            : Math.Max(Math.Max(last ?? 0, (inbox.UidNext?.Id ?? 1) - 1), all.Count == 0 ? 0 : all[^1].Id);
        return new(failures, string.Create(CultureInfo.InvariantCulture, $"{inbox.UidValidity}.{end}"), isMore) { Replies = heard, Words = said };
    }

    /// <summary>They answer a message, and no machine says that it sent them by itself (RFC 3834).</summary>
    private static SearchQuery AreWritten => SearchQuery.HeaderContains("In-Reply-To", "@").And(SearchQuery.Not(SearchQuery.HeaderContains("Auto-Submitted", "auto-")));

    /// <summary>Those with a part that is an answer: what they are made of is all that is asked for.</summary>
    private static async Task<HashSet<UniqueId>> Answers(IMailFolder inbox, IList<UniqueId> messages, CancellationToken cancel) => messages.Count == 0 ? [] :
    [
        .. (await inbox.FetchAsync(messages, MessageSummaryItems.UniqueId | MessageSummaryItems.BodyStructure, cancel))
            .Where(message => message.BodyParts.Any(part => CalendarReplyReader.IsAnswer(part.ContentType))).Select(message => message.UniqueId),
    ];

    private SecureSocketOptions Security => settings switch
    {
        { Insecure: true } => SecureSocketOptions.None,
        { Port: 993 } => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>The last that was read. Null where the server has numbered its messages anew since then.</summary>
    private static uint? Last(string? after, uint validity) =>
        after?.Split('.') is [var then, var last] && then == validity.ToString(CultureInfo.InvariantCulture) && uint.TryParse(last, CultureInfo.InvariantCulture, out var id) ? id : null;
}
