using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>A write in the queue, and who waits for it. It is applied first and acknowledged after the commit.</summary>
internal sealed class WaitingWrite(string partition, IReadOnlyList<Change> changes, CancellationToken cancel)
{
    // The waiting callers go on elsewhere, not on the thread that writes.
    private readonly TaskCompletionSource<IReadOnlyList<string?>> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string?[] etags = new string?[changes.Count];
    private StoreConflictException? conflict;
    private bool cancelled;

    public Task<IReadOnlyList<string?>> Outcome => outcome.Task;

    /// <summary>
    /// All of the changes, or none where one of them finds what it doesn't expect. The changes are of different rows,
    /// so all are looked at before the first is made, and nothing has to be taken back.
    /// </summary>
    /// <returns>The last ETag that is given now.</returns>
    public long Apply(SqliteRows rows, long lastETag)
    {
        cancelled = cancel.IsCancellationRequested;
        if (cancelled)
        {
            return lastETag;
        }

        if (changes.FirstOrDefault(change => !Expectations.IsMet(change, rows.Find(partition, change.Key))) is { } unmet)
        {
            conflict = new StoreConflictException(partition, unmet.Key);
            return lastETag;
        }

        for (var i = 0; i < changes.Count; i++)
        {
            var key = changes[i].Key;
            if (changes[i].NewBody is { } body)
            {
                rows.Put(partition, key, body, ++lastETag);
                etags[i] = Expectations.Text(lastETag);
            }
            else
            {
                rows.Delete(partition, key);
            }
        }

        return lastETag;
    }

    public void Acknowledge()
    {
        if (cancelled)
        {
            outcome.SetCanceled(cancel);
        }
        else if (conflict is not null)
        {
            outcome.SetException(conflict);
        }
        else
        {
            outcome.SetResult(etags);
        }
    }

    public void Fail(Exception fault) => outcome.SetException(fault);
}
