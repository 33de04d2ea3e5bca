using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Functions.Tests.Costs;

/// <summary>Counts the requests that the same calls make of Table Storage: one for each read, each write, and each page of a range.</summary>
internal sealed class CountedStore(IStore store) : IStore
{
    private const int FirstPage = 100;

    private const int LargestPage = 1_000;

    private long requests;

    public long Requests => Interlocked.Read(ref requests);

    public Task<Row?> Read(string partition, string key, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref requests);
        return store.Read(partition, key, cancel);
    }

    public async IAsyncEnumerable<Row> Query(string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        Interlocked.Increment(ref requests);
        var count = 0;
        await foreach (var row in store.Query(partition, range, cancel))
        {
            if (count >= FirstPage && (count - FirstPage) % LargestPage == 0)
            {
                Interlocked.Increment(ref requests);
            }

            count++;
            yield return row;
        }
    }

    public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref requests);
        return store.Write(partition, changes, cancel);
    }
}
