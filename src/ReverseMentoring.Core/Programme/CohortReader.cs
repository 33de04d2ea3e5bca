using System.Collections.Concurrent;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>
/// Reads a cohort's own row and its state, which every step, mail and page needs and which hardly ever change: they are
/// read each time, and parsed again only when they say something else.
/// </summary>
public static class CohortReader
{
    private static readonly LastParsed<Cohort> Cohorts = new();
    private static readonly LastParsed<CycleState> States = new();

    public static async Task<Cohort?> ReadCohort(this IStore store, CohortId cohort, CancellationToken cancel = default) =>
        (await Cohorts.Read(store, Rows.Partition(cohort), Rows.Cohort, cancel))?.Value;

    public static Task<Stored<CycleState>?> ReadState(this IStore store, CohortId cohort, CancellationToken cancel = default) =>
        States.Read(store, Rows.Partition(cohort), Rows.State, cancel);

    /// <summary>The last value parsed of each partition, with the text that it was.</summary>
    private sealed class LastParsed<T>
        where T : class
    {
        private readonly ConcurrentDictionary<string, (string Body, T Value)> parsed = new(StringComparer.Ordinal);

        public async Task<Stored<T>?> Read(IStore store, string partition, string key, CancellationToken cancel)
        {
            if (await store.Read(partition, key, cancel) is not { } row)
            {
                return null;
            }

            if (!parsed.TryGetValue(partition, out var known) || !string.Equals(known.Body, row.Body, StringComparison.Ordinal))
            {
                known = parsed[partition] = (row.Body, StoredJson.Parse<T>(row.Body));
            }

            return new(key, known.Value, row.ETag);
        }
    }
}
