using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Erasure;

/// <summary>
/// Takes out of pairs and circles what came of somebody's answers: everybody knows who the other was. That the two were a pair, and when, stays; it is the
/// other's too.
/// </summary>
internal sealed class MeetingErasure(IStore store, CohortId cohort)
{
    private readonly string partition = Rows.Partition(cohort);

    /// <param name="person">Who is, or was, in them; also in proposals of which they never heard, which no key of theirs leads to.</param>
    /// <param name="cancel">Cancels between rows; the same again does what is left.</param>
    public async Task Forget(PersonId person, CancellationToken cancel)
    {
        var theirs = await store.Query(partition, KeyRange.Prefix(Rows.Meeting), cancel)
            .Where(row => row.Body.Contains($"\"{person}\"", StringComparison.Ordinal)).Select(row => row.Key).ToListAsync(cancel);
        foreach (var key in theirs)
        {
            await store.Edit<Meeting>(partition, key, meeting => meeting.Without(person) is var left && StoredJson.Write(left) == StoredJson.Write(meeting) ? null : left, cancel);
        }
    }
}
