namespace ReverseMentoring.Core.Vocabulary;

/// <summary>A subject that people offer and want.</summary>
/// <param name="Id">A starter's id, or a digest of the title as it is compared.</param>
/// <param name="Title">As it was first proposed; for a starter its English title, shown in the reader's language.</param>
/// <param name="Votes">How many picked or proposed it.</param>
public sealed record Topic(string Id, string Title, int Votes = 0);

/// <summary>The topics that offers and wishes are made from, the most wanted first.</summary>
public sealed record TopicList(IReadOnlyList<Topic> Topics)
{
    /// <summary>More than this nobody reads; the rest stays with the answers.</summary>
    public const int Longest = 60;
}

/// <summary>What the manager made of the proposals.</summary>
/// <param name="Merged">Topic by topic, into which other one it goes.</param>
/// <param name="Hidden">Ids that shall not be on the list.</param>
/// <param name="Renamed">New titles by id.</param>
public sealed record Curation(
    IReadOnlyDictionary<string, string> Merged, IReadOnlyList<string> Hidden, IReadOnlyDictionary<string, string> Renamed)
{
    public static Curation None { get; } = new(new Dictionary<string, string>(), [], new Dictionary<string, string>());

    /// <summary>Where a topic ends up after all mergers.</summary>
    public string Resolve(string id)
    {
        for (var steps = 0; steps < Merged.Count && Merged.TryGetValue(id, out var into); steps++)
        {
            id = into;
        }

        return id;
    }
}
