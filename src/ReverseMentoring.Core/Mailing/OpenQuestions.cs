using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// What somebody was asked and has not answered, asked once more: at a new address, or because the links that they had have ended. Not what says more than it asks: that
/// went out already, and coming again to those alone who have not answered it would tell who they are.
/// </summary>
internal static class OpenQuestions
{
    /// <param name="store">Where the mails are.</param>
    /// <param name="partition">Of the cohort.</param>
    /// <param name="person">Who was asked.</param>
    /// <param name="why">What makes it another asking than the one before, and the same as a second run of this one.</param>
    /// <param name="now">When it is asked again.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<IReadOnlyList<Mail>> Again(IStore store, string partition, PersonId person, string why, DateTimeOffset now, CancellationToken cancel)
    {
        var again = new List<Mail>();
        var mails = await store.Query<Mail>(partition, KeyRange.Prefix(Rows.Mail), cancel).Select(row => row.Value)
            .Where(mail => mail.Person == person && mail.Ask is not null && mail.Kind.Declaration().Question is MailQuestion.Asks && !mail.ToDelegate && mail.State is not (MailState.Queued or MailState.Dropped))
            .ToListAsync(cancel);
        foreach (var mail in mails.DistinctBy(mail => mail.Ask).Take(StoreLimits.Changes / 4))
        {
            if (await store.Read<Ask>(partition, mail.Ask!.Value.AskKey, cancel) is not null)
            {
                again.Add(mail with
                {
                    Name = Names.Join("readdressed", Names.Digest($"{mail.Name}:{why}")),
                    State = MailState.Queued, QueuedAt = now, At = null, Attempts = 0, Unwritten = 0, Reason = null,
                });
            }
        }

        return again;
    }
}
