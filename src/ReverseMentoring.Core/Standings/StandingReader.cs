using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Standings;

/// <summary>Reads what is counted from a cohort's rows.</summary>
public static class StandingReader
{
    public static async Task<CohortStanding> ReadStanding(this IStore store, CohortId cohort, CycleState state, CancellationToken cancel = default)
    {
        var people = await store.Query<Person>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Person), cancel)
            .Select(row => CountedPerson.Of(row.Value)).ToListAsync(cancel);
        var repository = new MeetingRepository(store, cohort);
        var meetings = await repository.All(cancel).Select(row => row.Value).ToListAsync(cancel);
        var sessions = await repository.AllSessions(cancel).Select(row => row.Value).ToListAsync(cancel);
        return new(state, people, meetings, sessions);
    }

    /// <summary>See <see cref="Selection"/>.</summary>
    public static async Task<IReadOnlyList<TraitShares>> ReadSelection(this IStore store, Cohort cohort, CohortStanding standing, CancellationToken cancel = default) =>
        Selection.Find(
            await store.Query<Person>(Rows.Partition(cohort.Id), KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value).ToListAsync(cancel), standing, cohort.MinimumGroup);
}
