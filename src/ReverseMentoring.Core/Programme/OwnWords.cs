using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Texts in HR's own words, in place of ours: of the whole company, and of single cohorts, which go before these.</summary>
public sealed class OwnWords(IStore store, TimeProvider clock)
{
    /// <summary>Longer is none.</summary>
    public const int Longest = 8000;

    private const string Company = "words";

    /// <param name="cohort">Null: the company's only.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>By the text's key; those that are ours are not among them.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Read(CohortId? cohort, string language, CancellationToken cancel = default)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var partition in cohort is { } id ? new[] { Company, Rows.Partition(id) } : [Company])
        {
            await foreach (var row in store.Query<OwnText>(partition, KeyRange.Prefix(KeyOf(language, "")), cancel))
            {
                words[row.Value.Key] = row.Value.Text;
            }
        }

        return words;
    }

    /// <summary>Those of one cohort, or of the company, alone.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(CohortId? cohort, string language, CancellationToken cancel = default) =>
        await store.Query<OwnText>(cohort is { } id ? Rows.Partition(id) : Company, KeyRange.Prefix(KeyOf(language, "")), cancel)
            .ToDictionaryAsync(row => row.Value.Key, row => row.Value.Text, cancellationToken: cancel);

    /// <summary>Sets texts; null gives ours back, or the company's.</summary>
    public async Task Set(CohortId? cohort, string language, IReadOnlyDictionary<string, string?> texts, CancellationToken cancel = default)
    {
        var present = await Of(cohort, language, cancel);
        await store.Write(
            cohort is { } id ? Rows.Partition(id) : Company,
            [.. texts.Where(text => text.Value is not null || present.ContainsKey(text.Key)).Select(text => text.Value is { } words
                ? Documents.Put(KeyOf(language, text.Key), new OwnText(text.Key, words, clock.GetUtcNow()))
                : new Change.Delete(KeyOf(language, text.Key)))],
            cancel);
    }

    private static string KeyOf(string language, string key) => $"{Rows.Words}{language}.{key.ToLowerInvariant()}";

    [Kept(Rows.Words, KeptFor.Mails, ReadBy.Participants | ReadBy.Manager, KeptUntil.TakenAway)]
    private sealed record OwnText(string Key, string Text, DateTimeOffset At);
}
