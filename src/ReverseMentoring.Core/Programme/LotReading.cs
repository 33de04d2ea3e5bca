using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Who begins and who waits in a cohort that has it drawn. In all others nobody has a lot, and nothing is read.</summary>
public static class LotReading
{
    /// <summary>By person, whether they wait; who was in no draw is not in it.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, bool>> ReadLots(this IStore store, Cohort cohort, CancellationToken cancel = default) => cohort.Settings.DrawnWaitingList
        ? await store.Query<Lot>(Rows.Partition(cohort.Id), KeyRange.Prefix(Rows.Lot), cancel).ToDictionaryAsync(row => row.Value.Person, row => row.Value.Waits, cancellationToken: cancel)
        : new Dictionary<PersonId, bool>();

    /// <summary>Those who wait.</summary>
    public static async Task<IReadOnlySet<PersonId>> ReadWaiting(this IStore store, Cohort cohort, CancellationToken cancel = default) =>
        (await store.ReadLots(cohort, cancel)).Where(lot => lot.Value).Select(lot => lot.Key).ToHashSet();

    /// <summary>Whether a draw has said that somebody waits.</summary>
    public static async Task<bool> WaitsByLot(this IStore store, Cohort cohort, PersonId person, CancellationToken cancel = default) =>
        cohort.Settings.DrawnWaitingList && await store.Read<Lot>(Rows.Partition(cohort.Id), Rows.Lot + person, cancel) is { Value.Waits: true };

    /// <summary>Whether people have been told who waits: with the first proposals of partners, once HR has seen them.</summary>
    public static bool HasToldWhoWaits(this CycleState state) =>
        !PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Confirmation) || state.Past.Any(phase => phase.Name == PhaseNames.Confirmation);

    /// <summary>What the draw came to; null: there was none yet, or the cohort has none.</summary>
    public static async Task<LotDraw?> ReadLotDraw(this IStore store, Cohort cohort, CancellationToken cancel = default) => cohort.Settings.DrawnWaitingList
        && await store.Read<LotDraw>(Rows.Partition(cohort.Id), Rows.LotDraw, cancel) is { Value: { IsDone: true } draw } ? draw : null;

    /// <summary>
    /// Who comes behind those who wait: of the side that was drawn among, whoever was not in the draw, because they came or answered later. Nobody is looked for
    /// for them, since a place that becomes free is not theirs before it is those others'. Who has waited once already is looked for.
    /// </summary>
    /// <param name="store">Where all is kept.</param>
    /// <param name="cohort">Whose draw.</param>
    /// <param name="people">Of whom to say it.</param>
    /// <param name="cancel">Cancels reads.</param>
    public static async Task<IReadOnlySet<PersonId>> ReadBehind(this IStore store, Cohort cohort, IAsyncEnumerable<Person> people, CancellationToken cancel = default)
    {
        if (await store.ReadLotDraw(cohort, cancel) is not { WhyNot: null, Side: var side })
        {
            return new HashSet<PersonId>();
        }

        var lots = await store.ReadLots(cohort, cancel);
        var behind = await people.Where(person => person.Role == side && !lots.ContainsKey(person.Id)).Select(person => person.Id).ToHashSetAsync(cancellationToken: cancel);
        if (behind.Count > 0)
        {
            behind.ExceptWith(await store.ReadHaveWaited(cohort.Id, cancel));
        }

        return behind;
    }

    /// <summary>The same of one person.</summary>
    public static async Task<bool> IsBehind(this IStore store, Cohort cohort, Person person, CancellationToken cancel = default) =>
        (await store.ReadBehind(cohort, new[] { person }.ToAsyncEnumerable(), cancel)).Count > 0;

    /// <summary>Those who wait, or waited, in a cohort of which no more is known than its id.</summary>
    public static async Task<IReadOnlySet<PersonId>> ReadWhoWaited(this IStore store, CohortId cohort, CancellationToken cancel = default) =>
        await store.Query<Lot>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Lot), cancel).Where(row => row.Value.Waits).Select(row => row.Value.Person).ToHashSetAsync(cancellationToken: cancel);

    /// <summary>Who has waited in any cohort that is still known: nobody waits twice.</summary>
    public static async Task<IReadOnlySet<PersonId>> ReadHaveWaited(this IStore store, CohortId but, CancellationToken cancel = default)
    {
        var waited = new HashSet<PersonId>();
        await foreach (var cohort in store.Query(Rows.Cohorts, KeyRange.Prefix(""), cancel).Where(cohort => cohort.Key != but.Value))
        {
            waited.UnionWith(await store.ReadWhoWaited(new(cohort.Key), cancel));
        }

        return waited;
    }
}
