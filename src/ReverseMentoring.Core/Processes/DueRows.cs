using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Processes;

/// <summary>
/// When each process is to step next, as rows: a timer that no lost message and no crash can lose.
/// Each process has one row <c>of.{process}</c> that says when, and one <c>at.{moment}.{process}</c> by which
/// the overdue are found; both change in one write.
/// </summary>
public sealed class DueRows(IStore store)
{
    private const string Partition = "due";

    /// <summary>
    /// Asks for a step at <paramref name="at"/>, or earlier if one is due earlier already. The row changes in any case,
    /// so that a step that runs meanwhile, and may not have seen why it is asked for, is followed by another.
    /// </summary>
    public async Task Wake(ProcessId process, DateTimeOffset at, CancellationToken cancel = default)
    {
        while (true)
        {
            var pending = await store.Read<Due>(Partition, OfKey(process), cancel);
            var due = pending?.Value ?? new Due(null);
            var moment = due.At is { } earlier && earlier <= at ? earlier : at;
            if (await TryMove(process, pending, due with { At = moment, Wakes = due.Wakes + 1 }, cancel))
            {
                return;
            }
        }
    }

    /// <summary>Those due at <paramref name="now"/> or before, the longest overdue first.</summary>
    public IAsyncEnumerable<(ProcessId Process, DateTimeOffset At)> Overdue(DateTimeOffset now, CancellationToken cancel = default) =>
        store.Query<Waking>(Partition, KeyRange.UpTo("at.", Names.Moment(now)), cancel).Select(row => (row.Value.Process, row.Value.At));

    /// <summary>The moment of the earliest row, due or not.</summary>
    public async Task<DateTimeOffset?> Earliest(CancellationToken cancel = default)
    {
        await foreach (var row in store.Query<Waking>(Partition, KeyRange.Prefix("at."), cancel))
        {
            return row.Value.At;
        }

        return null;
    }

    /// <summary>Notes that a step begins, so that a wake that comes during it is not lost.</summary>
    public async Task<Lease> Begin(ProcessId process, CancellationToken cancel = default) =>
        new(process, await store.Read<Due>(Partition, OfKey(process), cancel));

    /// <summary>
    /// Sets the next time after a step. Where somebody has woken the process since <see cref="Begin"/>, that wake stands.
    /// </summary>
    public Task Finish(Lease lease, DateTimeOffset? next, CancellationToken cancel = default) =>
        TryMove(lease.Process, lease.Pending, new Due(next), cancel);

    /// <summary>Sets when to try again after a step that failed: a minute later, then ever later, up to an hour.</summary>
    public Task Fail(Lease lease, DateTimeOffset now, CancellationToken cancel = default)
    {
        var failures = (lease.Pending?.Value.Failures ?? 0) + 1;
        var pause = TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(failures - 1, 6)));
        return TryMove(lease.Process, lease.Pending, new Due(now + pause) { Failures = failures }, cancel);
    }

    private async Task<bool> TryMove(ProcessId process, Stored<Due>? pending, Due due, CancellationToken cancel)
    {
        var changes = new List<Change>(3) { pending is null ? Documents.Insert(OfKey(process), due) : pending.Replace(due) };
        // Two moments may lie in one millisecond, and so have one key.
        var (before, after) = (AtKey(process, pending?.Value.At), AtKey(process, due.At));
        if (before != after)
        {
            if (before is not null)
            {
                changes.Add(new Change.Delete(before));
            }

            if (after is not null)
            {
                changes.Add(Documents.Insert(after, new Waking(process, ToMillisecond(due.At!.Value))));
            }
        }

        try
        {
            await store.Write(Partition, changes, cancel);
            return true;
        }
        catch (StoreConflictException)
        {
            // Somebody else set it meanwhile: who wakes tries again, and after a step that wake stands.
            return false;
        }
    }

    private static string OfKey(ProcessId process) => "of." + process.Name;

    private static string? AtKey(ProcessId process, DateTimeOffset? at) =>
        at is { } moment ? $"at.{Names.Moment(moment)}.{process.Name}" : null;

    /// <summary>As precise as the row's key, so that one row says one thing.</summary>
    private static DateTimeOffset ToMillisecond(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMillisecond));

    /// <summary>What a row by moment says.</summary>
    [Kept("at.", KeptFor.Running, ReadBy.Nobody, KeptUntil.Done)]
    private sealed record Waking(ProcessId Process, DateTimeOffset At);

    /// <summary>A process and what was due for it when its step began.</summary>
    public sealed record Lease(ProcessId Process, Stored<Due>? Pending);

    /// <param name="At">When to step; null: only when woken.</param>
    [Kept("of.", KeptFor.Running, ReadBy.Nobody, KeptUntil.Stays)]
    public sealed record Due(DateTimeOffset? At)
    {
        public int Wakes { get; init; }

        /// <summary>Steps that failed in a row.</summary>
        public int Failures { get; init; }
    }
}
