using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Mails that failed are marked, so that the few are found among very many; and can be sent again.</summary>
public static class FailedMails
{
    public static Change Mark(string mail) => Documents.Put(Rows.Failed + mail, new FailedMail(mail));

    public static ValueTask<int> Count(IStore store, string partition, CancellationToken cancel) =>
        store.Query(partition, KeyRange.Prefix(Rows.Failed), cancel).CountAsync(cancel);

    /// <param name="store">Where they are.</param>
    /// <param name="partition">Of the cohort.</param>
    /// <param name="to">A participant; <see cref="MailRecipient.Manager"/>, or everybody.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async IAsyncEnumerable<Stored<Mail>> Read(IStore store, string partition, MailRecipient to, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var mark in store.Query<FailedMail>(partition, KeyRange.Prefix(Rows.Failed), cancel))
        {
            if (await store.Read<Mail>(partition, Rows.Mail + mark.Value.Name, cancel) is { Value.HasFailed: true } mail && to.Has(mail.Value))
            {
                yield return mail;
            }
        }
    }

    /// <summary>
    /// What managers are told of mails: to whom some failed, since when, and why the first did. Not how many or of which kind they were, and nothing of
    /// those that went well: a reminder tells who has not answered, and another invitation who has declined.
    /// </summary>
    public static async Task<IReadOnlyList<UndeliveredMails>> Deliveries(IStore store, string partition, CancellationToken cancel)
    {
        // Those of who was erased have gone with them.
        async ValueTask<bool> IsTold(Mail mail, CancellationToken cancel) =>
            mail.Person is not { } person || await store.Read<Person>(partition, Rows.Person + person, cancel) is { Value.IsGone: false };
        return
        [
            .. (await Read(store, partition, MailRecipient.Anybody, cancel).Select(mail => mail.Value).Where(IsTold).ToListAsync(cancel)).GroupBy(mail => mail.Person)
                .Select(mails => mails.MinBy(mail => (mail.At, mail.Name))!)
                .Select(first => new UndeliveredMails(first.Person, first.State, first.Reason, first.At ?? first.QueuedAt))
                .OrderByDescending(delivery => delivery.At).ThenBy(delivery => delivery.Person?.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The same mail once more. It gets a name of its own: by the old one the mail service would take it for what it has
    /// sent already. Readers' programs still know it by the old one where that has perhaps arrived. What makes no sense any more is dropped
    /// when its turn comes, like any other.
    /// </summary>
    /// <param name="failed">The mail.</param>
    /// <param name="now">When it is asked for.</param>
    internal static IReadOnlyList<Change> SendAgain(Stored<Mail> failed, DateTimeOffset now)
    {
        var mail = failed.Value;
        var again = mail.Again + 1;
        return
        [
            failed.Replace(mail with { State = MailState.Dropped, Reason = DropReason.SentAgain.Code(), At = now }),
            new Change.Delete(Rows.Failed + mail.Name),
            .. (mail with
            {
                Name = NameOf(mail, again), First = mail.First ?? mail.Name, Again = again, KnownAs = mail.State is MailState.Unknown ? mail.KnownAs ?? mail.Name : null,
                State = MailState.Queued, QueuedAt = now, At = null, Attempts = 0, Unwritten = 0, Reason = null, Along = null, LaterAt = null,
            }).Insert(),
        ];
    }

    /// <summary>What it is called since it was sent again; null: it was not.</summary>
    internal static string? NameOfNext(Mail mail) =>
        mail is { State: MailState.Dropped } && mail.Reason == DropReason.SentAgain.Code() ? NameOf(mail, mail.Again + 1) : null;

    private static string NameOf(Mail mail, int again)
    {
        var first = mail.First ?? mail.Name;
        var name = $"{first}.again{again}";
        return name.Length <= Names.Longest ? name : $"again.{Names.Digest(first)}.again{again}";
    }

    /// <summary>Leads to a mail that failed.</summary>
    [Kept(Rows.Failed, KeptFor.Mails, ReadBy.Manager, KeptUntil.CohortErased)]
    private sealed record FailedMail(string Name);
}
