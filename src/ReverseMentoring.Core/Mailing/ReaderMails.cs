using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Mailing;

/// <summary>All open mails of one reader, whether their turn has come or not.</summary>
internal static class ReaderMails
{
    /// <param name="store">Where the rows are.</param>
    /// <param name="partition">Of the cohort.</param>
    /// <param name="turn">Those to one reader whose turn it is.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>These first; behind them what waits for the same reader elsewhere, or may be under way.</returns>
    public static async Task<IReadOnlyList<QueuedMail>> Read(IStore store, string partition, IReadOnlyList<QueuedMail> turn, CancellationToken cancel)
    {
        var mails = turn.ToList();
        if (turn is not [{ Row.Value.Reader: { } reader }, ..])
        {
            return mails;
        }

        await foreach (var row in store.Query<MailOfPerson>(partition, KeyRange.Prefix($"{Rows.MailOf}{reader}."), cancel))
        {
            var listed = mails.Find(mail => mail.Row!.Value.Name == row.Value.Mail);
            if (listed is null && await store.Read<Mail>(partition, Rows.Mail + row.Value.Mail, cancel) is { Value.State: MailState.Queued or MailState.Sending } other)
            {
                mails.Add(listed = new(row.Value.Place, other));
            }

            if (listed is not null)
            {
                listed.IsListed = true;
            }
        }

        return mails;
    }
}
