using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Mails that wait for a better hour of their reader's: when it has come they have their turn in the queue again.</summary>
internal static class LaterMails
{
    private const int ChangesPerMail = 4;

    /// <returns>The hour of the next that waits; null: none does.</returns>
    public static async Task<DateTimeOffset?> Release(IStore store, string partition, DateTimeOffset now, CancellationToken cancel)
    {
        var due = await store.Query<LaterEntry>(partition, KeyRange.UpTo(Rows.Later, Names.Moment(now)), cancel).ToListAsync(cancel);
        foreach (var rows in due.Chunk(StoreLimits.Changes / ChangesPerMail))
        {
            var changes = new List<Change>();
            foreach (var row in rows)
            {
                changes.Add(new Change.Delete(row.Key));
                if (await store.Read<Mail>(partition, Rows.Mail + row.Value.Mail, cancel) is { Value.State: MailState.Queued or MailState.Sending } mail)
                {
                    changes.Add(mail.Replace(mail.Value with { LaterAt = null }));
                    changes.Add(mail.Value.InQueueSince(now));
                    changes.AddRange(mail.Value.Reader is not null ? [mail.Value.PlacedAt(mail.Value.QueueKey)] : Array.Empty<Change>());
                }
            }

            await store.Write(partition, changes, cancel);
        }

        return (await store.Query<LaterEntry>(partition, KeyRange.Prefix(Rows.Later), cancel).FirstOrDefaultAsync(cancel))?.Value.At;
    }
}
