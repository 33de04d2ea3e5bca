using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>When somebody works.</summary>
public static class StatedHours
{
    /// <summary>As they last said: on their own page, else with their offers and wishes, else as is assumed of everybody.</summary>
    public static async Task<WorkingHours> Read(IStore store, CohortId cohort, Person person, CancellationToken cancel)
    {
        var ask = new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, person.Id);
        return person.WorkingHours
            ?? (await store.Read<Answer<OffersAnswer>>(Rows.Partition(cohort), ask.AnswerKey, cancel))?.Value.Value.WorkingHours
            ?? WorkingHours.Usual;
    }
}
