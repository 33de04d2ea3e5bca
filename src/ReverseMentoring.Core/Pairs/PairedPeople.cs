using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

public static class PairedPeopleReading
{
    /// <summary>Ids of all who have or had a partner, where both accepted, or a place in a circle.</summary>
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

        await foreach (var circle in new CircleBook(store, cohort).All(cancel).Where(circle => circle.Value.StartedAt is not null))
        {
            people.UnionWith(circle.Value.Members.Select(member => member.Person).Concat(circle.Value.Former));
        }

        return people;
    }

    /// <summary>The processes of all pairs and circles that are on their way.</summary>
    public static async Task<IReadOnlyList<ProcessId>> LiveMeetings(this IStore store, string cohort, CancellationToken cancel) =>
    [
        .. await new PairBook(store, cohort).All(cancel).Where(pair => pair.Value.Status is PairStatus.Proposed or PairStatus.Running)
            .Select(pair => ProcessId.OfPair(cohort, pair.Value.Id)).ToListAsync(cancel),
        .. await new CircleBook(store, cohort).All(cancel).Where(circle => circle.Value.Status is CircleStatus.Running)
            .Select(circle => ProcessId.OfCircle(cohort, circle.Value.Id)).ToListAsync(cancel),
    ];
}
