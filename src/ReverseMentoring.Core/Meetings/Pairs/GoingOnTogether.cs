using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Pairs;

/// <summary>
/// Whether the two of a pair go on by themselves. Both hear of it where both have said so, once the closing survey is over: before, one could say yes and
/// take it back to learn what the other has said.
/// </summary>
public static class GoingOnTogether
{
    /// <summary>Both have said so.</summary>
    public static bool Say(Meeting pair, Func<PersonId, FeedbackAnswer?> said) => pair.RanItsCourse && pair.People.All(person => said(person)?.GoesOn.Contains(pair.Id) is true);

    /// <returns>False, whatever was said, as long as answers can be changed.</returns>
    public static async Task<bool> IsTold(IStore store, Cohort cohort, CycleState state, Meeting pair, CancellationToken cancel = default)
    {
        if (pair.Kind is not MeetingKind.Pair || !state.ClosedWaves.Contains(WaveNames.End))
        {
            return false;
        }

        var said = new Dictionary<PersonId, FeedbackAnswer>();
        foreach (var person in pair.People)
        {
            var id = new AskId(PhaseNames.Feedback, FormKind.Feedback, 0, person);
            if (await store.Read<Answer<FeedbackAnswer>>(Rows.Partition(cohort.Id), id.AnswerKey, cancel) is { } answer)
            {
                said[person] = answer.Value.Value;
            }
        }

        return Say(pair, said.GetValueOrDefault);
    }
}
