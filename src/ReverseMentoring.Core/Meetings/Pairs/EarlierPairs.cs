using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Pairs;

/// <summary>Who has been a pair before this cohort: in others that are not yet erased, and on HR's own list.</summary>
public sealed class EarlierPairs(IStore store)
{
    /// <summary>In whichever roles; some may come twice.</summary>
    public async IAsyncEnumerable<PairIds> Before(CohortId cohort, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in store.Query<PairOnList>(Rows.Partition(cohort), KeyRange.Prefix(Rows.EarlierPair), cancel))
        {
            yield return new(row.Value.One, row.Value.Other);
        }

        // The list keeps cohorts that are over; those that are erased have no pairs any more.
        await foreach (var other in store.Query(Rows.Cohorts, KeyRange.Prefix(""), cancel).Where(row => row.Key != cohort.Value))
        {
            await foreach (var pair in new MeetingRepository(store, new(other.Key)).All(MeetingKind.Pair, cancel).Where(pair => pair.StartedAt is not null))
            {
                yield return new(pair.Mentor, pair.Mentee);
            }
        }
    }
}

/// <summary>Two who have been a pair, as HR's list says.</summary>
[Kept(Rows.EarlierPair, KeptFor.Matching, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record PairOnList(PersonId One, PersonId Other)
{
    /// <summary>The same whoever of the two comes first.</summary>
    public static PairOnList Between(PersonId person, PersonId partner) =>
        person.CompareTo(partner) < 0 ? new(person, partner) : new(partner, person);

    public string Key => $"{Rows.EarlierPair}{One}.{Other}";
}
