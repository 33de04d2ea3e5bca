using System.Globalization;
using System.Net.Security;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Smtp.Returned;

/// <summary>
/// Reports in a mailbox that is read by IMAP, opened for reading only: nothing is marked, moved or deleted. The server picks
/// the messages that call themselves reports of deliveries; of no other is more heard than how many there are.
/// </summary>
/// <param name="settings">Where it is.</param>
/// <param name="reader">Reads each report.</param>
/// <param name="clock">For the first look.</param>
public sealed class ImapInbox(ImapSettings settings, IReportReader reader, TimeProvider clock) : IReportInbox
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
        var found = (await inbox.SearchAsync(since.And(SearchQuery.HeaderContains("Content-Type", "delivery-status")), cancel))
            .Where(id => id.Id > (last ?? 0)).OrderBy(id => id.Id).ToList();
        var failures = new List<ReturnedMail>();
        foreach (var id in found.Take(ReportLimits.Most))
        {
            await using var report = await inbox.GetStreamAsync(id, 0, ReportLimits.MostBytes, cancel);
            if (reader.Read(report) is { } failure)
            {
                failures.Add(failure);
            }
        }

        await client.DisconnectAsync(quit: true, cancel);
        return new(failures, string.Create(CultureInfo.InvariantCulture, $"{inbox.UidValidity}.{End(found, last ?? 0, inbox.UidNext)}"), found.Count > ReportLimits.Most);
    }

    private SecureSocketOptions Security => settings switch
    {
        { Insecure: true } => SecureSocketOptions.None,
        { Port: 993 } => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Up to where all was looked at: where there is no more, also what is no report.</summary>
    private static uint End(List<UniqueId> found, uint last, UniqueId? next) => found.Count > ReportLimits.Most
        ? found[ReportLimits.Most - 1].Id
        : Math.Max(Math.Max(last, (next?.Id ?? 1) - 1), found.Count == 0 ? 0 : found[^1].Id);

    /// <summary>The last that was read. Null where the server has numbered its messages anew since then.</summary>
    private static uint? Last(string? after, uint validity) =>
        after?.Split('.') is [var then, var last] && then == validity.ToString(CultureInfo.InvariantCulture) && uint.TryParse(last, CultureInfo.InvariantCulture, out var id) ? id : null;
}
