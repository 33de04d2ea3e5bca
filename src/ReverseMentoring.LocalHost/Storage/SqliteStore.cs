using System.Collections.Concurrent;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>
/// The store as one SQLite file in a folder. Reads run on the caller's thread (SQLite has no asynchronous I/O),
/// each on a connection of its own; writes queue for the one connection that writes.
/// </summary>
public sealed class SqliteStore : IStore, IForgettingStore, IAsyncDisposable
{
    public const string FileName = "store.db";

    private readonly SqliteFile file;
    private readonly SqliteWriter writer;
    private readonly ConcurrentBag<SqliteReader> idle = [];

    /// <param name="folder">Where the file is, or will be; it is made if missing.</param>
    /// <exception cref="InvalidDataException">The file was written by a later release.</exception>
    public SqliteStore(string folder)
    {
        file = new SqliteFile(Path.Combine(folder, FileName));
        writer = new SqliteWriter(file);
    }

    public async Task<Row?> Read(string partition, string key, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        StoreLimits.CheckKey(key);
        cancel.ThrowIfCancellationRequested();
        return OnReader(reader => reader.Read(partition, key));
    }

    public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        return Pages.ReadAll(range, (rest, rows) => OnReader(reader => reader.Read(partition, rest, rows)), cancel).ToAsyncEnumerable();
    }

    public async Task<IReadOnlyList<string?>> Write(
        string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        StoreLimits.CheckWrite(partition, changes);
        return await writer.Write(partition, changes, cancel);
    }

    public Task Forget(CancellationToken cancel = default) => writer.Forget(cancel);

    /// <summary>Ends queued writes and closes the file; nobody may read any more.</summary>
    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        await writer.DisposeAsync();
    }

    private T OnReader<T>(Func<SqliteReader, T> read)
    {
        var reader = idle.TryTake(out var free) ? free : new SqliteReader(file);
        try
        {
            return read(reader);
        }
        finally
        {
            idle.Add(reader);
        }
    }
}
