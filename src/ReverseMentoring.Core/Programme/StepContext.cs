using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Programme;

/// <summary>A cohort's turn to step: its rows, its state, and the moment, for a phase to work with.</summary>
public sealed class StepContext(IStore store, Cohort cohort, Stored<CycleState> state, DateTimeOffset now)
{
    /// <summary>Room for the state beside other changes in one write.</summary>
    private const int Room = StoreLimits.Changes - 1;

    private string etag = state.ETag;

    public IStore Store { get; } = store;

    public Cohort Cohort { get; private set; } = cohort;

    public CycleState State { get; private set; } = state.Value;

    public DateTimeOffset Now { get; } = now;

    public string Partition { get; } = Rows.Partition(cohort.Id);

    /// <summary>Writes changes and the state they lead to, together: a second run goes on behind them.</summary>
    public async Task Save(CycleState next, IEnumerable<Change> changes, CancellationToken cancel)
    {
        List<Change> write = [new Change.Replace(Rows.State, StoredJson.Write(next), etag), .. changes];
        etag = (await Store.Write(Partition, write, cancel))[0]!;
        State = next;
    }

    /// <summary>The same, with the cohort's own row, which nobody but its process writes: the state's ETag guards it too.</summary>
    public async Task Save(CycleState next, Cohort cohort, IEnumerable<Change> changes, CancellationToken cancel)
    {
        await Save(next, cohort == Cohort ? changes : changes.Append(Documents.Put(Rows.Cohort, cohort)), cancel);
        Cohort = cohort;
    }

    /// <summary>
    /// Writes for each item what it asks for, as many items as fit in one write, moving the cursor with each write.
    /// Items must come in the order of their keys; those up to the cursor are passed over.
    /// </summary>
    public async Task SaveEach<T>(
        IAsyncEnumerable<T> items, Func<T, string> key, Func<T, IReadOnlyCollection<Change>> effects, CancellationToken cancel)
    {
        var batch = new List<Change>();
        var last = State.Cursor;
        var count = 0;
        await foreach (var item in items)
        {
            if (State.Cursor is { } cursor && string.CompareOrdinal(key(item), cursor) <= 0)
            {
                continue;
            }

            var changes = effects(item);
            if (batch.Count + changes.Count > Room)
            {
                await Save(State with { Cursor = last, Invited = State.Invited + count }, batch, cancel);
                batch.Clear();
                count = 0;
            }

            batch.AddRange(changes);
            last = key(item);
            count += changes.Count > 0 ? 1 : 0;
        }

        if (batch.Count > 0)
        {
            await Save(State with { Cursor = last, Invited = State.Invited + count }, batch, cancel);
        }
    }

    public IAsyncEnumerable<Person> People(CancellationToken cancel) =>
        Store.Query<Person>(Partition, KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value);
}
