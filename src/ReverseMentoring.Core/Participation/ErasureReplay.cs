using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

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
            await (entry.Person is { } person ? participation.Erase(entry.Cohort, person, cancel) : EraseCohort(entry, cancel));
        }

        return erased.Count;
    }

    private async Task EraseCohort(ErasedEntry entry, CancellationToken cancel)
    {
        for (var tries = 0; tries < Tries && await store.ReadCohort(entry.Cohort, cancel) is { } cohort
            && await store.ReadState(entry.Cohort, cancel) is { Value.Status: not CycleStatus.Erased } state; tries++)
        {
            if (await cohorts.Erase(new(store, cohort, state, clock.GetUtcNow()), cancel) is null)
            {
                return;
            }
        }
    }
}
