namespace ReverseMentoring.Core.Vocabulary;

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
