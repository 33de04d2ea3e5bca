using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Texts in HR's own words, in place of ours: of the whole company, and of single cohorts, which go before these.</summary>
public sealed class OwnWords(IStore store, TimeProvider clock)
{
    /// <summary>Longer is none.</summary>
    public const int Longest = 8000;

    /// <summary>With which the keys of topics' titles begin; the topic's id comes behind it.</summary>
    public const string TopicKey = "Topic.";

    private const string Company = "words";

    private const string Topics = "topic.";

    /// <param name="cohort">Null: the company's only.</param>
    /// <param name="language">Two letters; or <see cref="TopicsIn"/>.</param>
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
        Change[] changes =
        [
            .. texts.Where(text => text.Value is not null || present.ContainsKey(text.Key)).Select(text => text.Value is { } words
                ? Documents.Put(KeyOf(language, text.Key), new OwnText(language, text.Key, words, clock.GetUtcNow()))
                : new Change.Delete(KeyOf(language, text.Key))),
        ];
        if (changes.Length > 0)
        {
            await store.Write(cohort is { } id ? Rows.Partition(id) : Company, changes, cancel);
        }
    }

    /// <summary>What stands in keys where other texts have their language: titles of topics are kept apart, so that whoever reads a list of topics reads these alone.</summary>
    public static string TopicsIn(string language) => $"{Topics}{language}";

    /// <summary>Titles of topics, of a cohort before the company's.</summary>
    /// <returns>By the topic's id, and by language.</returns>
    public static async Task<IReadOnlyDictionary<TopicId, IReadOnlyDictionary<string, string>>> ReadTopics(IStore store, CohortId cohort, CancellationToken cancel)
    {
        var titles = new Dictionary<TopicId, Dictionary<string, string>>();
        foreach (var partition in new[] { Company, Rows.Partition(cohort) })
        {
            await foreach (var row in store.Query<OwnText>(partition, KeyRange.Prefix(Rows.Words + Topics), cancel))
            {
                var id = new TopicId(row.Value.Key[TopicKey.Length..]);
                (titles.TryGetValue(id, out var known) ? known : titles[id] = new(StringComparer.Ordinal))[row.Value.Shelf[Topics.Length..]] = row.Value.Text;
            }
        }

        return titles.ToDictionary(title => title.Key, title => (IReadOnlyDictionary<string, string>)title.Value);
    }

    private static string KeyOf(string language, string key) => $"{Rows.Words}{language}.{key.ToLowerInvariant()}";

    [Kept(Rows.Words, KeptFor.Mails, ReadBy.Participants | ReadBy.Manager, KeptUntil.TakenAway)]
    private sealed record OwnText(string Shelf, string Key, string Text, DateTimeOffset At);
}
