using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>What outlives a stop: the rows. Read by the checks as they are, without faults.</summary>
internal sealed class SimulatedDisk : IStore
{
    private readonly MemoryStore rows = new();
    private readonly SortedSet<string> partitions = new(StringComparer.Ordinal);
    private List<(string Partition, string Key)> changed = [];

    /// <summary>All that hold, or have held, a row.</summary>
    public IReadOnlyCollection<string> Partitions => partitions;

    public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) => rows.Read(partition, key, cancel);

    public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) => rows.Query(partition, range, cancel);

    public async Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        var etags = await rows.Write(partition, changes, cancel);
        partitions.Add(partition);
        changed.AddRange(changes.Select(change => (partition, change.Key)));
        return etags;
    }

    /// <summary>The rows that were written since the last call.</summary>
    public IReadOnlyList<(string Partition, string Key)> TakeChanged()
    {
        var taken = changed;
        changed = [];
        return taken;
    }
}
