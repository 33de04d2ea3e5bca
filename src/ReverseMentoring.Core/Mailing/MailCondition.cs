using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>How the mails of a cohort fare.</summary>
/// <param name="FailedToPeople">Participants to whom, or to whose calendar's keeper, a mail did not, or perhaps not, arrive.</param>
/// <param name="FailedToManager">Mails to the programme manager of which the same holds.</param>
/// <param name="WaitingSince">Since when the one waits that has waited longest for its turn; null: none does.</param>
/// <param name="RefusingSince">Since when the mail service has taken no mail of any cohort; null: it takes them.</param>
public sealed record MailCondition(int FailedToPeople, int FailedToManager, DateTimeOffset? WaitingSince, DateTimeOffset? RefusingSince)
{
    internal static async Task<MailCondition> Read(IStore store, string partition, CancellationToken cancel)
    {
        var failed = await FailedMails.Deliveries(store, partition, cancel);
        return new(
            failed.Count(to => to.Person is not null), await FailedMails.Read(store, partition, MailRecipient.Manager, cancel).CountAsync(cancel),
            await Oldest(store, partition, cancel), await SendingPace.RefusingSince(store, cancel));
    }

    /// <summary>The queue goes by priority first: the oldest is the first of one of them.</summary>
    private static async Task<DateTimeOffset?> Oldest(IStore store, string partition, CancellationToken cancel)
    {
        DateTimeOffset? oldest = null;
        foreach (var priority in Enum.GetValues<MailPriority>())
        {
            var first = await store.Query<QueueEntry>(partition, KeyRange.Prefix($"{Rows.Queue}{(int)priority}."), cancel).FirstOrDefaultAsync(cancel);
            oldest = first?.Value.QueuedAt < (oldest ?? DateTimeOffset.MaxValue) ? first.Value.QueuedAt : oldest;
        }

        return oldest;
    }
}
