using ReverseMentoring.Core.Matching.Model;
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
            await Forget(key, person, cancel);
        }
    }

    /// <returns>The same as of two, or of a circle, who have said nothing to each other by way of this person's answers.</returns>
    internal static Meeting Without(Meeting meeting, PersonId person)
    {
        var left = meeting with
        {
            Members = [.. meeting.Members.Select(member => member.Person == person ? member with { Brings = [] } : member)],
            Rota = [.. meeting.Rota.Select(turn => turn.Presenter == person ? turn with { Topic = null } : turn)],
            RhythmWish = meeting.RhythmWish?.By == person ? null : meeting.RhythmWish,
            KeptApart = false,
            Score = null,
            Parts = [],
            Exchange = PairTopics.None,
        };
        return left with { Topics = meeting.Kind is MeetingKind.Pair ? [] : [.. meeting.Topics.Where(topic => left.Members.Any(member => member.Brings.Contains(topic)))] };
    }

    private async Task Forget(string key, PersonId person, CancellationToken cancel)
    {
        while (await store.Read<Meeting>(partition, key, cancel) is { } row)
        {
            var left = Without(row.Value, person);
            if (StoredJson.Write(left) == StoredJson.Write(row.Value))
            {
                return;
            }

            try
            {
                await store.Write(partition, [row.Replace(left)], cancel);
                return;
            }
            catch (StoreConflictException)
            {
                // Its step has written meanwhile: take it out of what is there now.
            }
        }
    }
}
