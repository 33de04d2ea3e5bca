using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>How a list of earlier pairs was understood.</summary>
/// <param name="Kept">Pairs of two who take part: they are not paired again.</param>
/// <param name="LeftAside">Pairs of which somebody does not take part; nothing is kept of them.</param>
public sealed record EarlierPairsUpdated(int Kept, int LeftAside);

/// <summary>Takes HR's list of pairs that the product knows nothing of. It holds from the next matching on.</summary>
public sealed class EarlierPairsService(IStore store)
{
    /// <param name="cohort">For whom it counts.</param>
    /// <param name="file">A CSV; it replaces the list that was there.</param>
    /// <param name="findings">Takes what is wrong; with errors nothing is stored.</param>
    /// <param name="cancel">Cancels between writes.</param>
    /// <returns>Null where there are errors.</returns>
    public async Task<EarlierPairsUpdated?> TakeList(CohortId cohort, byte[] file, Findings findings, CancellationToken cancel)
    {
        var listed = EarlierPairsFile.Parse(file, findings);
        if (findings.Errors.Count > 0)
        {
            return null;
        }

        var partition = Rows.Partition(cohort);
        var people = await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel)
            .Select(row => row.Value).Where(person => person.Email.Length > 0).ToDictionaryAsync(person => person.Email, person => person.Id, cancellationToken: cancel);
        var kept = listed.Where(pair => pair.One != pair.Other && people.ContainsKey(pair.One) && people.ContainsKey(pair.Other))
            .Select(pair => PairOnList.Between(people[pair.One], people[pair.Other])).Distinct().ToArray();
        await store.DeleteAll(partition, KeyRange.Prefix(Rows.EarlierPair), cancel);
        await store.InsertMissing(partition, [.. kept.Select(pair => new Change.Insert(pair.Key, StoredJson.Write(pair)))], cancel);
        return new(kept.Length, listed.Select(pair => string.CompareOrdinal(pair.One, pair.Other) < 0 ? pair : (pair.Other, pair.One)).Distinct().Count() - kept.Length);
    }

    public ValueTask<int> Count(CohortId cohort, CancellationToken cancel) =>
        store.Query(Rows.Partition(cohort), KeyRange.Prefix(Rows.EarlierPair), cancel).CountAsync(cancel);
}
