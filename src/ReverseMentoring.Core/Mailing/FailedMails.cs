using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Mails that failed are marked, so that the few are found among very many; and can be sent again.</summary>
public static class FailedMails
{
    public static Change Mark(string mail) => new Change.Put(Rows.Failed + mail, "{}");

    public static ValueTask<int> Count(IStore store, string partition, CancellationToken cancel) =>
        store.Query(partition, KeyRange.Prefix(Rows.Failed), cancel).CountAsync(cancel);

    /// <summary>
    /// The same mail once more. It gets a name of its own: by the old one the mail service would take it for what it has
    /// sent already. What makes no sense any more is dropped when its turn comes, like any other.
    /// </summary>
    /// <param name="failed">The mail.</param>
    /// <param name="mark">Its mark; null where it has none.</param>
    /// <param name="now">When it is asked for.</param>
    internal static IReadOnlyList<Change> SendAgain(Stored<Mail> failed, Row? mark, DateTimeOffset now)
    {
        var mail = failed.Value;
        var again = mail.Again + 1;
        return
        [
            failed.Replace(mail with { State = MailState.Dropped, Reason = DropReason.SentAgain.Code(), At = now }),
            .. mark is null ? Array.Empty<Change>() : [new Change.Delete(mark.Key)],
            .. (mail with { Name = NameOf(mail, again), First = mail.First ?? mail.Name, Again = again, State = MailState.Queued, QueuedAt = now, At = null, Attempts = 0, Unwritten = 0, Reason = null, Along = null, LaterAt = null }).Insert(),
        ];
    }

    private static string NameOf(Mail mail, int again)
    {
        var first = mail.First ?? mail.Name;
        var name = $"{first}.again{again}";
        return name.Length <= Names.Longest ? name : $"again.{Names.Digest(first)}.again{again}";
    }
}
