using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

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
    public async Task<EarlierPairsUpdated?> TakeList(string cohort, byte[] file, Findings findings, CancellationToken cancel)
    {
        var listed = EarlierPairsFile.Parse(file, findings);
        if (findings.Errors.Count > 0)
        {
            return null;
        }

        var partition = Rows.Partition(cohort);
        var people = await store.Query(partition, KeyRange.Prefix(Rows.Person), cancel)
            .Select(row => row.Key[Rows.Person.Length..]).ToHashSetAsync(cancellationToken: cancel);
        var kept = listed.Where(pair => pair.One != pair.Other && people.Contains(pair.One) && people.Contains(pair.Other)).Distinct().ToArray();
        await store.DeleteAll(partition, KeyRange.Prefix(Rows.EarlierPair), cancel);
        await store.InsertMissing(partition, [.. kept.Select(pair => new Change.Insert(pair.Key, Documents.Write(pair)))], cancel);
        return new(kept.Length, listed.Distinct().Count() - kept.Length);
    }

    public ValueTask<int> Count(string cohort, CancellationToken cancel) =>
        store.Query(Rows.Partition(cohort), KeyRange.Prefix(Rows.EarlierPair), cancel).CountAsync(cancel);
}
