using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// What a mail service reports after it took a mail. It knows a mail only by the UUID of the mail's id, so a row in the
/// mail's cohort says which mail that was.
/// </summary>
public sealed class Bounces(IStore store, TimeProvider clock)
{
    /// <summary>What a mail is called at the service: the same whenever it is sent again.</summary>
    public static Guid MessageOf(string mailId) => NamedGuid.For(mailId);

    /// <summary>Notes mails that are about to be handed over, so that reports about them can be understood.</summary>
    /// <param name="mails">By their cohorts and their names there.</param>
    /// <param name="cancel">Cancels before a write.</param>
    public async Task Expect(IEnumerable<(CohortId Cohort, string Mail)> mails, CancellationToken cancel = default)
    {
        foreach (var cohort in mails.GroupBy(mail => mail.Cohort, mail => mail.Mail))
        {
            var rows = cohort.Select(name => Documents.Put(KeyOf(MessageOf(OutgoingMail.IdOf(cohort.Key, name))), new Message(name)));
            foreach (var chunk in Writes.Chunk(rows))
            {
                await store.Write(Rows.Partition(cohort.Key), chunk, cancel);
            }
        }
    }

    /// <summary>
    /// Records that a mail did not reach its reader. A report on a mail that is not known, or that is known to have
    /// failed, changes nothing. Reports are few, so they are looked for in each cohort.
    /// </summary>
    /// <param name="message">The service's name for the mail.</param>
    /// <param name="reason">As the service calls it; no address.</param>
    /// <param name="cancel">Cancels before the write.</param>
    public async Task Record(Guid message, string reason, CancellationToken cancel = default)
    {
        await foreach (var cohort in store.Query(Rows.Cohorts, KeyRange.Prefix(""), cancel))
        {
            var partition = Rows.Partition(new CohortId(cohort.Key));
            if (await store.Read<Message>(partition, KeyOf(message), cancel) is { Value.Mail: var name })
            {
                await Record(partition, Rows.Mail + name, reason, cancel);
                return;
            }
        }
    }

    /// <summary>The same by the mail's own id, of which anybody may have written anything.</summary>
    public async Task Record(string mailId, string reason, CancellationToken cancel = default)
    {
        if (mailId.Split('.', 2) is [var cohort, var name] && CohortIds.IsOne(cohort) && Names.IsOne(name))
        {
            await Record(Rows.Partition(new CohortId(cohort)), Rows.Mail + name, reason, cancel);
        }
    }

    private async Task Record(string partition, string key, string reason, CancellationToken cancel)
    {
        // Sent again, it goes by the same name outside: whichever of the two came back, the newer one is known to have failed.
        while (await store.Read<Mail>(partition, key, cancel) is { Value: var old } && FailedMails.NameOfNext(old) is { } again
            && await store.Read<Mail>(partition, Rows.Mail + again, cancel) is { Value: { KnownAs: { } known } next } && known == (old.KnownAs ?? old.Name))
        {
            key = Rows.Mail + next.Name;
        }

        while (await store.Read<Mail>(partition, key, cancel) is { Value.State: MailState.Sending or MailState.Sent or MailState.Unknown } mail)
        {
            try
            {
                var bounced = mail.Value with { State = MailState.Bounced, Reason = reason, At = clock.GetUtcNow() };
                await store.Write(partition, [mail.Replace(bounced), FailedMails.Mark(mail.Value.Name), .. await Places(partition, mail.Value, cancel)], cancel);
                foreach (var along in bounced.Along ?? [])
                {
                    await Record(partition, Rows.Mail + along, reason, cancel);
                }

                return;
            }
            catch (StoreConflictException)
            {
                // The sender concludes at the same time: look again.
            }
        }
    }

    /// <summary>Where it still waits to be asked for, since nobody had heard of it: it was taken, as is known now.</summary>
    private async Task<IReadOnlyList<Change>> Places(string partition, Mail mail, CancellationToken cancel)
    {
        var places = new List<Change>();
        foreach (var key in new[] { mail.QueueKey, mail.OfReaderKey })
        {
            if (mail.State is MailState.Sending && await store.Read(partition, key, cancel) is not null)
            {
                places.Add(new Change.Delete(key));
            }
        }

        return places;
    }

    private static string KeyOf(Guid message) => $"{Rows.Message}{message:n}";

    /// <param name="Mail">The mail's name in its cohort.</param>
    [Kept(Rows.Message, KeptFor.Mails, ReadBy.Nobody, KeptUntil.CohortErased)]
    private sealed record Message(string Mail);
}
