using System.Runtime.CompilerServices;

namespace ReverseMentoring.Core.Store;

/// <summary>A value as it was read, with the ETag that a change of it must name.</summary>
public sealed record Stored<T>(string Key, T Value, string ETag)
    where T : class
{
    public Change Replace(T value) => new Change.Replace(Key, StoredJson.Write(value), ETag);

    public Change Delete() => new Change.Delete(Key, ETag);
}

/// <summary>Rows whose bodies are JSON, read and written as what they say.</summary>
public static class Documents
{
    public static Change.Insert Insert<T>(string key, T value) => new Change.Insert(key, StoredJson.Write(value));

    public static Change Put<T>(string key, T value) => new Change.Put(key, StoredJson.Write(value));

    public static async Task<Stored<T>?> Read<T>(this IStore store, string partition, string key, CancellationToken cancel = default)
        where T : class =>
        await store.Read(partition, key, cancel) is { } row ? ToStored<T>(row) : null;

    public static async IAsyncEnumerable<Stored<T>> Query<T>(
        this IStore store, string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancel = default)
        where T : class
    {
        await foreach (var row in store.Query(partition, range, cancel))
        {
            yield return ToStored<T>(row);
        }
    }

    private static Stored<T> ToStored<T>(Row row)
        where T : class => new(row.Key, row.Value<T>(), row.ETag);
}
