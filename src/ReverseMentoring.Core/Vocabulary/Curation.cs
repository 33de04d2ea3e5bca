using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Core.Vocabulary;

/// <summary>What the manager made of the proposals.</summary>
/// <param name="Merged">Topic by topic, into which other one it goes.</param>
/// <param name="Hidden">Ids that shall not be on the list.</param>
/// <param name="Renamed">New titles by id.</param>
[Kept("curation", KeptFor.Topics, ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record Curation(
    IReadOnlyDictionary<TopicId, TopicId> Merged, IReadOnlyList<TopicId> Hidden, IReadOnlyDictionary<TopicId, string> Renamed)
{
    public static Curation None { get; } = new(new Dictionary<TopicId, TopicId>(), [], new Dictionary<TopicId, string>());

    /// <summary>Where a topic ends up after all mergers.</summary>
    public TopicId Resolve(TopicId id)
    {
        for (var steps = 0; steps < Merged.Count && Merged.TryGetValue(id, out var into); steps++)
        {
            id = into;
        }

        return id;
    }
}
