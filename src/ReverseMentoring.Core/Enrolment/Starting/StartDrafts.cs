using System.Text.Json.Nodes;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Starts that are prepared and not sent yet, with their lists of people. Each goes by itself.</summary>
public sealed class StartDrafts(IStore store, Wakes wakes, TimeProvider clock)
{
    public IAsyncEnumerable<StartDraft> All(CancellationToken cancel = default) =>
        store.Query<StartDraft>(StartDraft.Partition, KeyRange.Prefix(StartDraft.Key), cancel).Select(row => row.Value).OrderBy(draft => draft.Name, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where nothing is kept under this id.</returns>
    public async Task<StartDraft?> Find(string id, CancellationToken cancel = default) =>
        Names.IsOne(id) ? (await store.Read<StartDraft>(StartDraft.Partition, StartDraft.Key + id, cancel))?.Value : null;

    /// <summary>The list's rows, in order.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> ReadList(StartDraft draft, CancellationToken cancel = default) =>
        await store.Query<DraftRow>(StartDraft.Partition, KeyRange.Prefix(DraftRow.KeysOf(draft.Id, draft.Version)), cancel).Select(row => row.Value.Cells).ToListAsync(cancel);

    /// <param name="name">The same name again takes the place of what it named.</param>
    /// <param name="settings">As the form has them.</param>
    /// <param name="header">The list's titles.</param>
    /// <param name="rows">The list's rows, as many cells each as there are.</param>
    /// <param name="cancel">Cancels between writes: what was kept before stays then.</param>
    public async Task Save(string name, JsonObject settings, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var draft = new StartDraft(Names.Digest("draft:" + name), name, now, settings, header, rows.Count, Names.Moment(now));
        var wake = await wakes.Announce(ProcessId.OfDraft(draft.Id), cancel);
        foreach (var chunk in Writes.Chunk(rows.Select((cells, number) => Documents.Put($"{DraftRow.KeysOf(draft.Id, draft.Version)}{number:D6}", new DraftRow(draft.Id, cells)))))
        {
            await store.Write(StartDraft.Partition, chunk, cancel);
        }

        await store.Write(StartDraft.Partition, [Documents.Put(StartDraft.Key + draft.Id, draft)], cancel);
        await wake.Now(cancel);
    }

    /// <summary>Takes away the draft and its list; may be asked twice.</summary>
    public async Task Delete(string id, CancellationToken cancel = default)
    {
        if (Names.IsOne(id))
        {
            await store.Remove(StartDraft.Partition, StartDraft.Key + id, cancel);
            await store.DeleteAll(StartDraft.Partition, KeyRange.Prefix(DraftRow.KeysOf(id)), cancel);
        }
    }

    /// <summary>Takes away rows of versions that are older than one.</summary>
    /// <returns>Whether any are left.</returns>
    internal async Task<bool> Tidy(string id, string version, CancellationToken cancel)
    {
        var (all, newest) = (KeyRange.Prefix(DraftRow.KeysOf(id)), DraftRow.KeysOf(id, version));
        await store.DeleteAll(StartDraft.Partition, all with { To = newest }, cancel);
        return await store.Query(StartDraft.Partition, all with { From = newest }, cancel).AnyAsync(cancel);
    }
}
