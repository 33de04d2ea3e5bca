using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>Some rows from the beginning of a range, and whether there may be more behind them.</summary>
internal readonly record struct Page(IReadOnlyList<Row> Rows, bool More);

/// <summary>
/// Reads a range page by page, so that nothing is held (no lock, no connection) while the consumer works,
/// and the consumer may write meanwhile. Each page shows the rows as they stand when it is read.
/// </summary>
internal static class Pages
{
    /// <summary>The first page is small, since many a consumer takes only what is due next.</summary>
    private const int First = 32;

    private const int Largest = 512;

    /// <summary>Characters of bodies after which a page ends early: large bodies come in fewer rows.</summary>
    public const int Characters = 1 << 20;

    /// <param name="range">The keys to read.</param>
    /// <param name="read">Reads at most that many rows from the beginning of a range.</param>
    /// <param name="cancel">Looked at before each row.</param>
    public static IEnumerable<Row> ReadAll(KeyRange range, Func<KeyRange, int, Page> read, CancellationToken cancel)
    {
        var rows = First;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var page = read(range, rows);
            foreach (var row in page.Rows)
            {
                cancel.ThrowIfCancellationRequested();
                yield return row;
            }

            if (!page.More)
            {
                yield break;
            }

            range = range.After(page.Rows[^1].Key);
            rows = Math.Min(rows * 4, Largest);
        }
    }
}
