using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>Keeps what people would have corrected in HR's list, until the programme manager has taken it over or let it be.</summary>
public sealed class CorrectionService(IStore store, PersonEditor editor)
{
    /// <summary>The last word counts; saying that all is right takes it back.</summary>
    public async Task Ask(CohortId cohort, Person listed, Correction correction, CancellationToken cancel = default)
    {
        var different = correction.Against(listed);
        if (different.IsEmpty)
        {
            await store.Remove(Rows.Partition(cohort), Correction.KeyOf(listed.Id), cancel);
            return;
        }

        await store.Write(Rows.Partition(cohort), [Documents.Put(Correction.KeyOf(listed.Id), different)], cancel);
    }

    /// <returns>Null where all is right, or has become so since.</returns>
    public async Task<Correction?> Find(CohortId cohort, Person listed, CancellationToken cancel = default) =>
        await store.Read<Correction>(Rows.Partition(cohort), Correction.KeyOf(listed.Id), cancel) is { } row && row.Value.Against(listed) is { IsEmpty: false } open ? open : null;

    /// <summary>Of whom something is to be corrected, in the order of their ids, which says nothing of when they asked.</summary>
    public async Task<IReadOnlyList<PersonId>> Open(CohortId cohort, CancellationToken cancel = default) =>
        await store.Query<Correction>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Correction), cancel).Select(row => row.Value.Person).ToListAsync(cancel);

    /// <summary>In a few letters: so that what is taken over is what was seen.</summary>
    public static string VersionOf(Correction correction) => Names.Digest(StoredJson.Write(correction));

    /// <param name="cohort">As it stands.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="seen">The <see cref="VersionOf"/> what the manager saw.</param>
    /// <param name="by">The manager's, as the audit knows them.</param>
    /// <param name="findings">Takes what is wrong; with errors nothing is changed.</param>
    /// <param name="cancel">Cancels between writes. The same again does what is left.</param>
    /// <returns>False where it is another by now, or something is wrong.</returns>
    public async Task<bool> TakeOver(StandingCohort cohort, Stored<Person> person, string seen, string? by, Findings findings, CancellationToken cancel = default)
    {
        if (await Find(cohort.Id, person.Value, cancel) is not { } correction || VersionOf(correction) != seen
            || await editor.Edit(cohort, person, correction.Change, by, findings, cancel) is null)
        {
            return false;
        }

        await LetBe(cohort.Id, person.Value.Id, cancel);
        return true;
    }

    /// <summary>The list stays as it is.</summary>
    public Task LetBe(CohortId cohort, PersonId person, CancellationToken cancel = default) => store.Remove(Rows.Partition(cohort), Correction.KeyOf(person), cancel);
}
