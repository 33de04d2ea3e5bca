using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>Reads the report as it was written at the end. Its row leaves the waves out: they have rows of their own, which never change either.</summary>
public static class WrittenReport
{
    /// <returns>Null while the cycle goes on.</returns>
    public static async Task<Report?> ReadReport(this IStore store, CohortId cohort, CancellationToken cancel = default) =>
        await store.Read<Report>(Rows.Partition(cohort), Rows.Report, cancel) is { } row
            ? row.Value with { Waves = await store.ReadWaves(cohort, cancel) }
            : null;
}
