using System.Text;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>The rows of one partition. Bodies are kept as UTF-8, half the memory of a string.</summary>
internal sealed class MemoryPartition(string name)
{
    private readonly Lock gate = new();
    private readonly SortedRows<Held> rows = new();

    public Row? Read(string key)
    {
        Held held;
        lock (gate)
        {
            if (!rows.TryGet(key, out held))
            {
                return null;
            }
        }

        return held.AsRow(key);
    }

    public Page Read(KeyRange range, int count)
    {
        var found = new List<KeyValuePair<string, Held>>();
        lock (gate)
        {
            found.AddRange(rows.From(range.From).TakeWhile(row => string.CompareOrdinal(row.Key, range.To) < 0).Take(count));
        }

        return new Page([.. found.Select(row => row.Value.AsRow(row.Key))], More: found.Count == count);
    }

    public IReadOnlyList<string?> Write(IReadOnlyList<Change> changes, Func<long> nextETag)
    {
        var etags = new string?[changes.Count];
        var bodies = changes.Select(change => change.NewBody is { } body ? Encoding.UTF8.GetBytes(body) : null).ToArray();
        lock (gate)
        {
            foreach (var change in changes)
            {
                long? found = rows.TryGet(change.Key, out var held) ? held.ETag : null;
                if (!Expectations.IsMet(change, found))
                {
                    throw new StoreConflictException(name, change.Key);
                }
            }

            for (var i = 0; i < changes.Count; i++)
            {
                if (bodies[i] is { } body)
                {
                    var etag = nextETag();
                    rows.Set(changes[i].Key, new Held(body, etag));
                    etags[i] = Expectations.Text(etag);
                }
                else
                {
                    rows.Remove(changes[i].Key);
                }
            }
        }

        return etags;
    }

    private readonly record struct Held(byte[] Body, long ETag)
    {
        public Row AsRow(string key) => new(key, Encoding.UTF8.GetString(Body), Expectations.Text(ETag));
    }
}
