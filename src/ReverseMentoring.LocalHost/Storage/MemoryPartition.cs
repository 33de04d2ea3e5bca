using System.Text;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>The rows of one partition: a table for single rows, and their keys in order for ranges.</summary>
internal sealed class MemoryPartition(string name, RecentRows recent)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StoredRow> rows = new(StringComparer.Ordinal);
    private readonly SortedKeys keys = new();

    public Row? Read(string key)
    {
        StoredRow storedRow;
        lock (gate)
        {
            if (!rows.TryGetValue(key, out storedRow))
            {
                return null;
            }
        }

        return recent.RowOf(key, storedRow);
    }

    public Page Read(KeyRange range, int count)
    {
        var found = new List<(string Key, StoredRow Held)>();
        lock (gate)
        {
            foreach (var key in keys.From(range.From))
            {
                if (found.Count == count || string.CompareOrdinal(key, range.To) >= 0)
                {
                    break;
                }

                found.Add((key, rows[key]));
            }
        }

        return new Page([.. found.Select(row => recent.RowOf(row.Key, row.Held))], More: found.Count == count);
    }

    public IReadOnlyList<string?> Write(IReadOnlyList<Change> changes, Func<long> nextETag)
    {
        var etags = new string?[changes.Count];
        var bodies = changes.Select(change => change.NewBody is { } body ? Encoding.UTF8.GetBytes(body) : null).ToArray();
        lock (gate)
        {
            foreach (var change in changes)
            {
                long? found = rows.TryGetValue(change.Key, out var storedRow) ? storedRow.ETag : null;
                if (!Expectations.IsMet(change, found))
                {
                    throw new StoreConflictException(name, change.Key);
                }
            }

            for (var i = 0; i < changes.Count; i++)
            {
                if (bodies[i] is { } body)
                {
                    var storedRow = new StoredRow(body, nextETag());
                    Put(changes[i].Key, storedRow);
                    etags[i] = Expectations.Text(storedRow.ETag);
                }
                else
                {
                    rows.Remove(changes[i].Key);
                    keys.Remove(changes[i].Key);
                }
            }
        }

        return etags;
    }

    private void Put(string key, StoredRow storedRow)
    {
        if (rows.TryAdd(key, storedRow))
        {
            keys.Add(key);
        }
        else
        {
            rows[key] = storedRow;
        }
    }
}
