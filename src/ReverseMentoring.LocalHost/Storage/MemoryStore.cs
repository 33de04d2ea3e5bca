using System.Collections.Concurrent;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>The store in memory, for rehearsals: it behaves as the others do, forgets all when it ends, and never waits for a disk.</summary>
public sealed class MemoryStore : IStore
{
    private readonly ConcurrentDictionary<string, MemoryPartition> partitions = new(StringComparer.Ordinal);
    private readonly RecentRows recent = new();
    private long lastETag;

    public async Task<Row?> Read(string partition, string key, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        StoreLimits.CheckKey(key);
        cancel.ThrowIfCancellationRequested();
        return partitions.TryGetValue(partition, out var rows) ? rows.Read(key) : null;
    }

    public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        return Pages.ReadAll(range, (rest, count) => PartitionOf(partition).Read(rest, count), cancel).ToAsyncEnumerable();
    }

    public async Task<IReadOnlyList<string?>> Write(
        string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        StoreLimits.CheckWrite(partition, changes);
        cancel.ThrowIfCancellationRequested();
        return PartitionOf(partition).Write(changes, () => Interlocked.Increment(ref lastETag));
    }

    private MemoryPartition PartitionOf(string partition) =>
        partitions.GetOrAdd(partition, static (name, recent) => new MemoryPartition(name, recent), recent);
}
