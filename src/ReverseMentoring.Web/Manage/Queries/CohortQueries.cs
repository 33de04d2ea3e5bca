using System.Collections.Concurrent;
using System.Diagnostics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Queries;

/// <summary>What manager's pages read of whole cohorts. A reading that nobody has asked for in a while is dropped.</summary>
internal sealed class CohortQueries(IStore store, TimeProvider clock)
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(CohortId Cohort, string Prefix), CachedQuery> kept = new();

    public Task<Snapshot<T>> Query<T>(CohortId cohort, string prefix, Func<Row, T> make, CancellationToken cancel, Comparison<T>? order = null)
    {
        Drop();
        var found = kept.AddOrUpdate(
            (cohort, prefix),
            key => new(new RowQuery<T>(store, key.Cohort, key.Prefix, make, order, clock), Stopwatch.GetTimestamp()),
            (_, old) => old with { Used = Stopwatch.GetTimestamp() });
        return ((RowQuery<T>)found.Reading).Get(cancel);
    }

    /// <summary>The next page reads anew.</summary>
    public void Forget(CohortId cohort)
    {
        foreach (var key in kept.Keys.Where(key => key.Cohort == cohort))
        {
            kept.TryRemove(key, out _);
        }
    }

    private void Drop()
    {
        foreach (var (key, entry) in kept)
        {
            if (Stopwatch.GetElapsedTime(entry.Used) > Unused)
            {
                kept.TryRemove(key, out _);
            }
        }
    }

    private sealed record CachedQuery(object Reading, long Used);
}
