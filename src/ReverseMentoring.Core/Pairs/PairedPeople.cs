using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

public static class PairedPeopleReading
{
    /// <summary>Ids of all who have or had a partner: both accepted.</summary>
    public static async Task<IReadOnlySet<string>> PairedPeople(this IStore store, string cohort, CancellationToken cancel)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var pair in new PairBook(store, cohort).All(cancel))
        {
            if (pair.Value.ConfirmedAt is not null)
            {
                people.Add(pair.Value.Mentor);
                people.Add(pair.Value.Mentee);
            }
        }

        return people;
    }
}
