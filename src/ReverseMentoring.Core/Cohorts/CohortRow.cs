using System.Collections.Concurrent;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cohorts;

/// <summary>
/// Reads a cohort's own row, which every step, mail and page needs and which hardly ever changes: it is parsed again only
/// when it says something else.
/// </summary>
public static class CohortRow
{
    /// <summary>The last one parsed of each partition, with the text that it was.</summary>
    private static readonly ConcurrentDictionary<string, (string Body, Cohort Cohort)> Parsed = new(StringComparer.Ordinal);

    public static async Task<Cohort?> ReadCohort(this IStore store, string cohort, CancellationToken cancel = default)
    {
        var partition = Rows.Partition(cohort);
        if (await store.Read(partition, Rows.Cohort, cancel) is not { } row)
        {
            return null;
        }

        if (!Parsed.TryGetValue(partition, out var known) || !string.Equals(known.Body, row.Body, StringComparison.Ordinal))
        {
            known = Parsed[partition] = (row.Body, Documents.Parse<Cohort>(row.Body));
        }

        return known.Cohort;
    }
}
