using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>Erases again, in rows that were put back from a copy, whoever was erased after the copy was made.</summary>
public sealed class ErasureReplay(IStore store, ErasureLedger ledger, ParticipationService participation, CohortErasure cohorts, TimeProvider clock)
{
    /// <summary>So often at most a cohort is tried whose calendars can't be reached; its step goes on with it.</summary>
    private const int Tries = 3;

    /// <param name="copied">When the copy was made.</param>
    /// <param name="cancel">Cancels between two; the same again does what is left.</param>
    /// <returns>How many people and cohorts were erased once more.</returns>
    public async Task<int> Since(DateTimeOffset copied, CancellationToken cancel = default)
    {
        var erased = await ledger.Since(copied, cancel);
        foreach (var entry in erased)
        {
            await Erase(entry.Cohort, entry.Person, cancel);
        }

        return erased.Count;
    }

    /// <param name="cohort">Where.</param>
    /// <param name="person">Their id, or what the ledger says in its place; null: the whole cohort.</param>
    /// <param name="cancel">Cancels between writes; the same again does what is left.</param>
    /// <returns>False: the rows know no such cohort, or nobody of it who is meant.</returns>
    public async Task<bool> Erase(CohortId cohort, string? person, CancellationToken cancel = default)
    {
        if (person is null)
        {
            return await EraseCohort(cohort, cancel);
        }

        var known = await store.Query<Person>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value.Id)
            .Where(id => id.Value == person || ErasureLedger.NameOf(id) == person).ToListAsync(cancel);
        foreach (var id in known)
        {
            await participation.Erase(cohort, id, cancel);
        }

        return known.Count > 0;
    }

    private async Task<bool> EraseCohort(CohortId id, CancellationToken cancel)
    {
        var known = false;
        for (var tries = 0; tries < Tries && await store.ReadCohort(id, cancel) is { } cohort
            && await store.ReadState(id, cancel) is { Value.Status: not CycleStatus.Erased } state; tries++)
        {
            known = true;
            if (await cohorts.Erase(new(store, cohort, state, clock.GetUtcNow()), cancel) is null)
            {
                break;
            }
        }

        return known;
    }
}
