using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Queries;

/// <summary>
/// One kind of rows of one cohort. Few rows are read anew each time. Many are read anew at most every few seconds, behind
/// the page that asks for them, and only those that have changed are parsed again.
/// </summary>
/// <param name="store">Where they are.</param>
/// <param name="cohort">The cohort's id.</param>
/// <param name="prefix">Which rows.</param>
/// <param name="make">Parses one.</param>
/// <param name="order">How lists want them mostly; null: in the order of their keys.</param>
/// <param name="clock">Dates a reading.</param>
internal sealed class RowQuery<T>(IStore store, CohortId cohort, string prefix, Func<Row, T> make, Comparison<T>? order, TimeProvider clock)
{
    /// <summary>Up to here a page waits for exact rows: some milliseconds.</summary>
    private const int Few = 2_000;

    /// <summary>Rows that may be read in a second on average: what a reading costs others stays small.</summary>
    private const int PerSecond = 4_000;

    /// <summary>Older than this nothing is shown, however many rows there are.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private Task<Snapshot<T>>? running;
    private Dictionary<string, Entry> parsed = new(StringComparer.Ordinal);
    private volatile Snapshot<T>? last;

    public async Task<Snapshot<T>> Get(CancellationToken cancel)
    {
        if (last is not { } kept || kept.Items.Count <= Few || kept.Age > Oldest)
        {
            return await Begin().WaitAsync(cancel);
        }

        if (kept.Age > TimeSpan.FromSeconds(kept.Items.Count / PerSecond))
        {
            _ = Begin();
        }

        return kept;
    }

    /// <summary>A reading that has begun already may have passed what this page waits for, so few rows are always read anew.</summary>
    private Task<Snapshot<T>> Begin()
    {
        lock (gate)
        {
            var before = running is { IsCompleted: false } ? running : null;
            return before is not null && last?.Items.Count > Few ? before : running = Task.Run(() => ReadRows(before));
        }
    }

    private async Task<Snapshot<T>> ReadRows(Task? before)
    {
        if (before is not null)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var next = new Dictionary<string, Entry>(parsed.Count, StringComparer.Ordinal);
        var items = new List<T>(parsed.Count);
        await foreach (var row in store.Query(Rows.Partition(cohort), KeyRange.Prefix(prefix)))
        {
            var key = row.Key[prefix.Length..];
            var entry = parsed.TryGetValue(key, out var known) && known.ETag == row.ETag ? known : new(row.ETag, make(row));
            next.Add(key, entry);
            items.Add(entry.Item);
        }

        parsed = next;
        if (order is not null)
        {
            items.Sort(order);
        }

        var byKey = next.ToDictionary(entry => entry.Key, entry => entry.Value.Item, StringComparer.Ordinal);
        return last = new(byKey, items, clock.GetUtcNow());
    }

    private readonly record struct Entry(string ETag, T Item);
}
