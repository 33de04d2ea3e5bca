using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Api;

/// <summary>Counts writes, and fails from a given one on, as a host that dies does.</summary>
internal sealed class CountingStore : IStore
{
    private readonly MemoryStore store = new();
    private int writes;

    public int Writes => writes;

    /// <summary>How many more writes succeed; null: all.</summary>
    public int? Lives { get; set; }

    public bool ReadsFail { get; set; }

    public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) =>
        ReadsFail ? throw new IOException("The host is gone.") : store.Read(partition, key, cancel);

    public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) => store.Query(partition, range, cancel);

    public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        if (Lives is 0)
        {
            throw new IOException("The host is gone.");
        }

        Lives -= 1;
        Interlocked.Increment(ref writes);
        return store.Write(partition, changes, cancel);
    }
}
