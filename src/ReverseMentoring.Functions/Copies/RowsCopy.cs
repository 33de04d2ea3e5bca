using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Tables;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Copies;

/// <summary>Copies all rows into a file, and back into a table. The app is stopped meanwhile: rows that belong together are read one after another.</summary>
internal sealed class RowsCopy(TableClient table, TimeProvider clock)
{
    private readonly TableStore store = new(table);

    /// <returns>How many rows.</returns>
    public Task<int> Export(string path, CancellationToken cancel) => RowsFile.Write(path, clock.GetUtcNow(), All(cancel), cancel);

    /// <summary>
    /// Puts the rows of a file in place of those that are there. Who may manage, and what was noted of managers, stays as it is now: what was taken away
    /// since would be given again. All mail is stopped, since some of what waits in the copy has gone. What was erased since is erased
    /// again here, before a host serves it. Events of such cohorts left the calendars when they were erased for the first time.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="erased">Cohorts, and people as <c>cohort/person</c>, that were erased since it was written.</param>
    /// <param name="replaces">Cohorts that are there may go.</param>
    /// <param name="cancel">Cancels between writes; the same again does what is left.</param>
    /// <returns>How many rows.</returns>
    /// <exception cref="InvalidDataException">The file can't be read, or tells of none of the erased.</exception>
    /// <exception cref="InvalidOperationException">There are cohorts, and they may not go.</exception>
    public async Task<int> Restore(string path, IReadOnlyList<string> erased, bool replaces, CancellationToken cancel)
    {
        var written = await RowsFile.Check(path, cancel);
        if (!replaces && await store.Query(Rows.Cohorts, KeyRange.Prefix(""), cancel).AnyAsync(cancel))
        {
            throw new InvalidOperationException("There are cohorts in this table. With --replace all that is there goes.");
        }

        await Empty(cancel);
        await AddToLedger(path, cancel);
        var count = 0;
        foreach (var partition in await RowsFile.Read(path, cancel).Where(IsRestored).GroupBy(row => row.Partition).ToListAsync(cancel))
        {
            foreach (var chunk in Writes.Chunk(partition.Select(row => new Change.Put(row.Key, row.Body))))
            {
                await store.Write(partition.Key, chunk, cancel);
                count += chunk.Count;
            }
        }

        await using var product = Product();
        await product.GetRequiredService<MailStop>().Set(true, cancel);
        // What this deployment knows itself, and what whoever restores knows beside it.
        var replay = product.GetRequiredService<ErasureReplay>();
        await replay.Since(written, cancel);
        foreach (var one in erased)
        {
            await EraseAgain(replay, one, cancel);
        }

        return count;
    }

    /// <summary>Who may manage, the chain of what was done, and who was erased: an older one would give again what was taken, and unsay what was noted.</summary>
    private static bool Stays(string partition) => partition is AccessLog.Partition or ManagerSessions.Partition or AuditLog.Partition or ErasureLedger.Partition;

    /// <summary>In a new place the ledger of the old one is not there yet, and later copies are to be held against it too; what is noted here stays as it is.</summary>
    private async Task AddToLedger(string path, CancellationToken cancel)
    {
        var noted = await RowsFile.Read(path, cancel).Where(row => row.Partition == ErasureLedger.Partition).Select(row => new Change.Insert(row.Key, row.Body)).ToListAsync(cancel);
        await store.InsertMissing(ErasureLedger.Partition, noted, cancel);
    }

    private static bool IsRestored(CopiedRow row) => !Stays(row.Partition);

    private static async Task EraseAgain(ErasureReplay replay, string erased, CancellationToken cancel)
    {
        var (cohort, person) = erased.Split('/') is [var first, var second] ? (first, second) : (erased, null);
        if (!CohortId.TryParse(cohort, out var id) || !await replay.Erase(id, person, cancel))
        {
            throw new InvalidDataException($"There is no '{erased}' in the copy: it was begun, or came, and was erased after it.");
        }
    }

    /// <summary>What the product does to rows, without a host: nobody is woken, for the host finds what is due.</summary>
    private ServiceProvider Product() => new ServiceCollection().AddLogging().AddProgramme()
        .AddSingleton<IStore>(store).AddSingleton(clock).AddSingleton<IWakeSignal, Nobody>().BuildServiceProvider();

    private IAsyncEnumerable<CopiedRow> All(CancellationToken cancel) =>
        table.QueryAsync<TableEntity>(maxPerPage: 1_000, cancellationToken: cancel).Select(entity => new CopiedRow(entity.PartitionKey, entity.RowKey, RowEntity.ToRow(entity).Body));

    private async Task Empty(CancellationToken cancel)
    {
        await table.CreateIfNotExistsAsync(cancel);
        var partitions = await table.QueryAsync<TableEntity>(select: ["PartitionKey"], maxPerPage: 1_000, cancellationToken: cancel)
            .Select(entity => entity.PartitionKey).Where(partition => !Stays(partition)).Distinct().ToListAsync(cancel);
        foreach (var partition in partitions)
        {
            await store.DeleteAll(partition, KeyRange.Prefix(""), cancel);
        }
    }

    private sealed class Nobody : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
