using System.Threading.Channels;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>
/// Writes one after the other, and commits together what has queued up meanwhile: a sync of the disk costs the same
/// for one write as for a hundred, so ten thousand answers at once need a hundred syncs. Each write is still all or nothing
/// by itself, and is acknowledged only after the sync.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Writes in one commit: keeps the first of them from waiting long for the last.</summary>
    private const int Together = 100;

    private readonly SqliteRows rows;
    private readonly Channel<WaitingWrite> waiting =
        Channel.CreateUnbounded<WaitingWrite>(new UnboundedChannelOptions { SingleReader = true });

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Task writing;

    public SqliteWriter(SqliteFile file)
    {
        rows = new SqliteRows(file);
        writing = Task.Run(WriteAll);
    }

    public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var write = new WaitingWrite(partition, changes, cancel);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(write), this);
        return write.Outcome;
    }

    public async Task Forget(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await Task.Run(rows.Forget, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends what is queued, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (waiting.Writer.TryComplete())
        {
            await writing;
            await turn.WaitAsync();
            rows.Dispose();
            turn.Dispose();
        }
    }

    private async Task WriteAll()
    {
        var batch = new List<WaitingWrite>(Together);
        while (await waiting.Reader.WaitToReadAsync())
        {
            await turn.WaitAsync();
            try
            {
                while (batch.Count < Together && waiting.Reader.TryRead(out var write))
                {
                    batch.Add(write);
                }

                Commit(batch);
            }
            finally
            {
                batch.Clear();
                turn.Release();
            }
        }
    }

    private void Commit(List<WaitingWrite> batch)
    {
        try
        {
            rows.Commit(last => batch.Aggregate(last, (etag, write) => write.Apply(rows, etag)));
        }
        catch (Exception fault)
        {
            // Nothing of the batch was written; who waits learns why, and the next batch tries anew.
            batch.ForEach(write => write.Fail(fault));
            return;
        }

        batch.ForEach(write => write.Acknowledge());
    }
}
