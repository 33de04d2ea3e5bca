using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle;

/// <summary>Rows that whoever finds pairs or circles anew takes away.</summary>
internal static class FinderRows
{
    /// <summary>With what was said to them: what is found anew may have the same id, and starts without a past.</summary>
    public static async Task DeleteDrafts(this Turn turn, IReadOnlyList<(string Id, Change Delete)> drafts, CancellationToken cancel)
    {
        foreach (var chunk in Writes.Chunk(drafts.Select(draft => draft.Delete)))
        {
            await turn.Store.Write(turn.Partition, chunk, cancel);
        }

        foreach (var (id, _) in drafts)
        {
            await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(PairCommand.KeysOf(id)), cancel);
        }
    }

    /// <summary>Those who were found seeking; whoever began to while others were being found goes on.</summary>
    public static async Task NoLongerSeek(this Turn turn, IReadOnlyList<Row> seeking, CancellationToken cancel)
    {
        foreach (var row in seeking)
        {
            try
            {
                await turn.Store.Write(turn.Partition, [new Change.Delete(row.Key, row.ETag)], cancel);
            }
            catch (StoreConflictException)
            {
                // Seeks anew, or was erased.
            }
        }
    }
}
