using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Store;

/// <summary>Between what somebody reads and the first write of some rows something else happens, once.</summary>
internal sealed class MeanwhileStore(IStore inner) : IStore
{
    private string? partition;
    private string prefix = "";
    private Func<Task>? meanwhile;

    public bool IsDone { get; private set; }

    /// <param name="partition">Where the write is.</param>
    /// <param name="prefix">How the key of a written row begins.</param>
    /// <param name="work">What happens before it is written.</param>
    public void Meanwhile(string partition, string prefix, Func<Task> work) => (this.partition, this.prefix, meanwhile) = (partition, prefix, work);

    public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) => inner.Read(partition, key, cancel);

    public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) => inner.Query(partition, range, cancel);

    public async Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        if (partition == this.partition && meanwhile is { } work && changes.Any(change => change.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            meanwhile = null;
            await work();
            IsDone = true;
        }

        return await inner.Write(partition, changes, cancel);
    }
}
