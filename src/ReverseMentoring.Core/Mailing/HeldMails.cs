using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Mails that wait until their reader's pause is over, or their new address is confirmed. Then each has its turn again, and is dropped if it makes no sense any more.</summary>
internal static class HeldMails
{
    private const int ChangesPerMail = 4;

    public static IReadOnlyList<Change> Hold(Stored<Mail> mail, string queueKey, DateTimeOffset now) =>
    [
        mail.Replace(mail.Value with { State = MailState.Held, At = now }),
        new Change.Delete(queueKey),
        Documents.Put($"{Rows.Held}{mail.Value.Person}.{mail.Value.Name}", new HeldMail(mail.Value.Person!.Value, mail.Value.Name)),
    ];

    /// <summary>Gives back the mails of all whose pause is over.</summary>
    /// <returns>When the next pause ends that holds mails; null: none does.</returns>
    public static async Task<DateTimeOffset?> Settle(StepContext context, CancellationToken cancel)
    {
        DateTimeOffset? next = null;
        var held = await context.Store.Query<HeldMail>(context.Partition, KeyRange.Prefix(Rows.Held), cancel).ToListAsync(cancel);
        foreach (var ofPerson in held.GroupBy(row => row.Value.Person))
        {
            var person = (await context.Store.Read<Person>(context.Partition, Rows.Person + ofPerson.Key, cancel))?.Value;
            if (person?.MovedFrom is not null)
            {
                continue;
            }

            if (person?.PauseEnds(context.Now) is { } ends)
            {
                next = next < ends ? next : ends;
                continue;
            }

            foreach (var rows in ofPerson.Chunk(StoreLimits.Changes / ChangesPerMail))
            {
                await Release(context, rows, cancel);
            }
        }

        return next;
    }

    private static async Task Release(StepContext context, IEnumerable<Stored<HeldMail>> rows, CancellationToken cancel)
    {
        var changes = new List<Change>();
        foreach (var row in rows)
        {
            changes.Add(new Change.Delete(row.Key));
            if (await context.Store.Read<Mail>(context.Partition, Rows.Mail + row.Value.Mail, cancel) is { Value.State: MailState.Held } mail)
            {
                changes.Add(mail.Replace(mail.Value with { State = MailState.Queued, At = null, LaterAt = null }));
                changes.Add(mail.Value.InQueue);
                changes.Add(mail.Value.PlacedAt(mail.Value.QueueKey));
            }
        }

        await context.Store.Write(context.Partition, changes, cancel);
    }

    [Kept(Rows.Held, KeptFor.Mails, ReadBy.Nobody, KeptUntil.MailGone)]
    private sealed record HeldMail(PersonId Person, string Mail);
}
