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
        foreach (var some in ByWrite(letters))
        {
            await Note(partition, some, cancel);
        }
    }

    /// <summary>Letters go into as few writes as they fit in, none of them into two.</summary>
    private static IEnumerable<IReadOnlyList<Letter>> ByWrite(IReadOnlyList<Letter> letters)
    {
        var (some, changes) = (new List<Letter>(), 0);
        foreach (var letter in letters)
        {
            var more = (letter.All.Count() * ChangesPerMail) + 1;
            if (changes + more > StoreLimits.Changes)
            {
                yield return some;
                (some, changes) = ([], 0);
            }

            some.Add(letter);
            changes += more;
        }

        yield return some;
    }

    private async Task Note(string partition, IReadOnlyList<Letter> letters, CancellationToken cancel)
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

            changes.AddRange(letters.Where(letter => letter is { Days: not null, Lead.Outcome.IsOpen: false }).GroupBy(letter => letter.Lead.Row!.Value.Reader!)
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
