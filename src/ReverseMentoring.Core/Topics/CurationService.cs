using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Topics;

/// <summary>What a manager makes of one topic.</summary>
/// <param name="Title">A new title; null: as it was proposed.</param>
/// <param name="Into">The topic that it goes into; null: it stands for itself.</param>
/// <param name="Hidden">It shall not be on the list.</param>
public sealed record TopicCuration(string? Title = null, TopicId? Into = null, bool Hidden = false);

/// <summary>Where a manager merges, hides and renames topics, until the call for them is over.</summary>
public sealed class CurationService(IStore store, IEnumerable<ITopicNames> names)
{
    private const int LongestTitle = 80;

    public async Task<Curation> ReadCuration(CohortId cohort, CancellationToken cancel = default) =>
        (await store.Read<Curation>(Rows.Partition(cohort), Rows.Curation, cancel))?.Value ?? Curation.None;

    /// <summary>Which topics to merge, as pages and the HTTP interface propose it.</summary>
    public IReadOnlyList<(Topic From, Topic Into)> Suggest(IReadOnlyList<Topic> topics) => TopicRepository.NearDuplicates(topics, [.. names]);

    /// <summary>Sets what is made of a topic, in place of what was made of it before.</summary>
    /// <returns>What is wrong with it; null where it was kept.</returns>
    public async Task<string?> Set(StandingCohort cohort, TopicId topic, TopicCuration wanted, CancellationToken cancel = default)
    {
        if (wanted.Title is { } title)
        {
            if (!PlainText.TryRead(title.Trim(), out var plain) || plain.Length is < 3 or > LongestTitle)
            {
                return $"A title has 3 to {LongestTitle} characters that can be shown.";
            }

            wanted = wanted with { Title = plain };
        }

        var known = (await new TopicRepository(store).Shown(cohort, cancel)).Select(one => one.Id).ToHashSet();
        while (true)
        {
            var stored = await store.Read<Curation>(cohort.Partition, Rows.Curation, cancel);
            var before = stored?.Value ?? Curation.None;
            if (new TopicId?[] { topic, wanted.Into }.FirstOrDefault(id => id is { } named && !Knows(before, known, named)) is { } unknown)
            {
                return $"There is no topic '{unknown}'.";
            }

            if (wanted.Into is { } into && before.Resolve(into) == topic)
            {
                return $"'{into}' goes into '{topic}' already: that would be a circle.";
            }

            var after = Apply(before, topic, wanted);
            if (StoredJson.Write(after).Length > StoreLimits.Body)
            {
                return "There are too many changes to keep: let close topics stand, only the most wanted are shown.";
            }

            try
            {
                await store.Write(
                    cohort.Partition, [stored is null ? Documents.Insert(Rows.Curation, after) : stored.Replace(after)], cancel);
                return null;
            }
            catch (StoreConflictException)
            {
                // Another manager was quicker: set it on what is there now.
            }
        }
    }

    private static bool Knows(Curation curation, HashSet<TopicId> known, TopicId id) =>
        known.Contains(id) || curation.Merged.ContainsKey(id) || curation.Hidden.Contains(id);

    private static Curation Apply(Curation before, TopicId topic, TopicCuration wanted)
    {
        var merged = before.Merged.Where(entry => entry.Key != topic).ToDictionary();
        var renamed = before.Renamed.Where(entry => entry.Key != topic).ToDictionary();
        var hidden = before.Hidden.Where(id => id != topic).ToList();
        if (wanted.Into is { } into && into != topic)
        {
            merged[topic] = into;
        }

        if (wanted.Title is { } title)
        {
            renamed[topic] = title.Trim();
        }

        if (wanted.Hidden)
        {
            hidden.Add(topic);
        }

        return new(merged, hidden, renamed);
    }
}
