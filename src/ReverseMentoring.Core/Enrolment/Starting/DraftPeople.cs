using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>
/// What drafts hold of single people: to tell them, and to forget it. A file may call its columns anything, so a row with somebody's address is
/// theirs, unless it only names them as a manager or delegate.
/// </summary>
internal sealed class DraftPeople(IStore store)
{
    private static readonly string[] OfOthers = ["managerEmail", "delegateEmail"];

    /// <summary>Somebody's rows, by the titles of their lists.</summary>
    /// <param name="address">Theirs.</param>
    /// <param name="cancel">Cancels reads.</param>
    public async IAsyncEnumerable<IReadOnlyDictionary<string, string>> Of(string address, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var draft in All(cancel))
        {
            var rows = store.Query<DraftRow>(StartDraft.Partition, KeyRange.Prefix(DraftRow.KeysOf(draft.Id, draft.Version)), cancel);
            await foreach (var row in rows.Where(row => IsOf(draft, row.Value.Cells, address)))
            {
                yield return Told(draft, row.Value.Cells);
            }
        }
    }

    /// <summary>Takes somebody out of all drafts: their row, and their address where others name it.</summary>
    /// <param name="address">Theirs.</param>
    /// <param name="cancel">Cancels between rows; the same again does what is left.</param>
    public async Task Forget(string address, CancellationToken cancel = default)
    {
        await foreach (var draft in All(cancel))
        {
            var rows = store.Query<DraftRow>(StartDraft.Partition, KeyRange.Prefix(DraftRow.KeysOf(draft.Id)), cancel);
            foreach (var row in await rows.Where(row => row.Value.Cells.Any(cell => IsAddress(cell, address))).ToListAsync(cancel))
            {
                if (IsOf(draft, row.Value.Cells, address))
                {
                    await store.Remove(StartDraft.Partition, row.Key, cancel);
                }
                else
                {
                    await store.Write(StartDraft.Partition, [Documents.Put(row.Key, row.Value with { Cells = [.. row.Value.Cells.Select(cell => IsAddress(cell, address) ? "" : cell)] })], cancel);
                }
            }
        }
    }

    private IAsyncEnumerable<StartDraft> All(CancellationToken cancel) => store.Query<StartDraft>(StartDraft.Partition, KeyRange.Prefix(StartDraft.Key), cancel).Select(row => row.Value);

    private static bool IsAddress(string cell, string address) => Person.Normal(cell) == Person.Normal(address);

    private static bool IsOf(StartDraft draft, IReadOnlyList<string> cells, string address) => cells.Index().Any(cell => IsAddress(cell.Item, address) && !NamesAnother(draft, cell.Index));

    /// <summary>What is theirs to know: a manager's or delegate's address is somebody else's.</summary>
    private static Dictionary<string, string> Told(StartDraft draft, IReadOnlyList<string> cells) => cells.Index()
        .Where(cell => cell.Item.Length > 0 && cell.Index < draft.Header.Count && draft.Header[cell.Index].Length > 0 && !NamesAnother(draft, cell.Index))
        .DistinctBy(cell => draft.Header[cell.Index]).ToDictionary(cell => draft.Header[cell.Index], cell => cell.Item);

    private static bool NamesAnother(StartDraft draft, int at) => at < draft.Header.Count && ColumnNames.Find(draft.Header[at]) is { } column && OfOthers.Contains(column);
}
