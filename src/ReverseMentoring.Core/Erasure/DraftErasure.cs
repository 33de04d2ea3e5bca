using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Erasure;

/// <summary>Drafts of other starts may have somebody on their lists: who is erased goes there too.</summary>
internal sealed class DraftErasure(IStore store) : IErases
{
    /// <summary>A cohort's end says nothing of the starts that are being prepared.</summary>
    public Task Erase(Cohort cohort, CancellationToken cancel) => Task.CompletedTask;

    public Task EraseOf(Cohort cohort, Person person, CancellationToken cancel) => new DraftPeople(store).Forget(person.Email, cancel);
}
