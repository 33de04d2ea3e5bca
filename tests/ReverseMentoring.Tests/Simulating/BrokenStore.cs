using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Simulating;

/// <summary>A store through which the product is broken: what it writes or reads is another thing than it meant.</summary>
/// <param name="inner">The true one.</param>
/// <param name="change">Of what is written: as it is, as something else, or null for what is left out.</param>
/// <param name="read">Of what is read.</param>
internal sealed class BrokenStore(IStore inner, Func<string, Change, Change?> change, Func<string, Row, Row> read) : IStore
{
    public async Task<Row?> Read(string partition, string key, CancellationToken cancel = default) =>
        await inner.Read(partition, key, cancel) is { } row ? read(partition, row) : null;

    public async IAsyncEnumerable<Row> Query(string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var row in inner.Query(partition, range, cancel))
        {
            yield return read(partition, row);
        }
    }

    public async Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        var meant = changes.Select(one => change(partition, one)).ToArray();
        Change[] left = [.. meant.OfType<Change>()];
        var etags = new Queue<string?>(left.Length == 0 ? [] : await inner.Write(partition, left, cancel));
        return [.. meant.Select(one => one is null ? "0" : etags.Dequeue())];
    }
}
