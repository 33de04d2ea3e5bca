using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.People;

/// <summary>
/// Takes out of a cohort all that somebody has said and all that was found out about them. Reads what is theirs, by its
/// keys, and not what everybody has said.
/// </summary>
internal sealed class PersonErasure(IStore store, string cohort)
{
    private readonly string partition = Rows.Partition(cohort);

    /// <param name="person">The id, which stays.</param>
    /// <param name="pairs">All that the person is or was in.</param>
    /// <param name="cancel">Cancels between rows; the same again does what is left.</param>
    public async Task Forget(string person, IReadOnlyList<Pair> pairs, CancellationToken cancel)
    {
        foreach (var key in await Keys(person, pairs, cancel))
        {
            await store.Remove(partition, key, cancel);
        }
    }

    /// <summary>Somebody of whom nothing is known but the part they had.</summary>
    public static Person Nobody(Person person) => new()
    {
        Id = person.Id,
        Name = "",
        Email = "",
        Role = person.Role,
        TimeZone = person.TimeZone,
        Languages = [person.Language],
        LeftAt = person.LeftAt,
        LinksSince = DateTimeOffset.MaxValue,
    };

    private async Task<IReadOnlyList<string>> Keys(string person, IReadOnlyList<Pair> pairs, CancellationToken cancel)
    {
        List<string> keys =
        [
            .. AskId.InPhases(person).Select(ask => ask.AnswerKey),
            Rows.FreeTime + person, Rows.Unmatched + person, Rows.Seeking + person, Rows.Newcomer + person,
        ];
        var circles = await new CircleBook(store, cohort).Of(person, cancel).Select(circle => circle.Id).ToListAsync(cancel);
        foreach (var meeting in pairs.Select(pair => pair.Id).Concat(circles))
        {
            keys.AddRange(await store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(meeting)), cancel)
                .Select(row => row.Key).Where(key => AskId.Parse(key).Person == person).ToListAsync(cancel));
        }

        keys.AddRange(await store.Query<PairOnList>(partition, KeyRange.Prefix(Rows.EarlierPair), cancel)
            .Where(pair => pair.Value.One == person || pair.Value.Other == person).Select(pair => pair.Key).ToListAsync(cancel));
        return keys;
    }
}
