using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Notes what became of letters: of all mails in one in the same write, with the questions that they ask and when their reader was written to.</summary>
internal sealed class LetterConclusion(IStore store, TimeProvider clock)
{
    /// <summary>Its own, its place, its reader's list, its question, and whether it failed.</summary>
    private const int ChangesPerMail = 5;

    public async Task Conclude(string partition, IReadOnlyList<Letter> letters, CancellationToken cancel)
    {
        // Letters go into as few writes as they fit in, none of them into two.
        for (var (from, count) = (0, 0); from < letters.Count; from += count)
        {
            count = Math.Max(1, letters.Skip(from).Select(letter => letter.All.Count() * ChangesPerMail + 1)
                .Aggregate((Count: 0, Sum: 0), (fit, size) => fit.Sum + size <= StoreLimits.Changes && fit.Sum >= 0 ? (fit.Count + 1, fit.Sum + size) : (fit.Count, -1)).Count);
            await Conclude(partition, letters.Skip(from).Take(count), cancel);
        }
    }

    private async Task Conclude(string partition, IEnumerable<Letter> letters, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        while (true)
        {
            var changes = new List<Change>();
            foreach (var letter in letters)
            {
                foreach (var mail in letter.All)
                {
                    changes.AddRange(mail.Conclusion(now));
                    // Nobody's pause and no dead address holds up a phase: the days to answer count from when the mail would have gone.
                    if (mail.IsSettled && mail.Row is { Value: { Ask: { } id } value } && value.Kind.Declaration().Question is not MailQuestion.Recalls
                        && await store.Read<Ask>(partition, id.AskKey, cancel) is { Value.SentAt: null } ask)
                    {
                        changes.Add(ask.Replace(ask.Value with { SentAt = now }));
                    }
                }
            }

            changes.AddRange(letters.Where(letter => letter is { Days: not null, Lead.Outcome.IsOpen: false }).GroupBy(letter => letter.Lead.Row!.Value.Person!.Value)
                .Select(toOne => toOne.First().Days!.With(toOne.Key, now, toOne.Count())));

            try
            {
                if (changes.Count > 0)
                {
                    await store.Write(partition, changes, cancel);
                }

                return;
            }
            catch (StoreConflictException conflict) when (conflict.Key.StartsWith(Rows.Ask, StringComparison.Ordinal))
            {
                // Answered between reading and writing: look again, and leave the question be.
            }
        }
    }
}
