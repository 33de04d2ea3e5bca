using ReverseMentoring.Core.People;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>Turns: a junior in one week, a senior in the next, until everybody has presented at least once.</summary>
internal static class RotaOf
{
    public static IReadOnlyList<Turn> Members(IReadOnlyList<MatchPerson> mentors, IReadOnlyList<MatchPerson> mentees)
    {
        MatchPerson[] all = [.. mentors, .. mentees];
        var turns = new List<Turn>();
        for (var round = 0; round < Math.Max(mentors.Count, mentees.Count); round++)
        {
            Add(mentors[round % mentors.Count]);
            Add(mentees[round % mentees.Count]);
        }

        return turns;

        void Add(MatchPerson presenter) =>
            turns.Add(new(turns.Count + 1, presenter.Id, TopicFor(presenter, all, [.. turns.Where(turn => turn.Topic is not null).Select(turn => turn.Topic!)])));
    }

    /// <summary>Topics that meet a wish within the group, by how many want them.</summary>
    public static IReadOnlyList<string> Topics(IReadOnlyList<MatchPerson> members) =>
    [
        .. members.SelectMany(member => member.Offers.Select(offer => offer.Topic))
            .Distinct()
            .Where(topic => members.Any(one => one.Offers.Any(offer => offer.Topic == topic) && Wanting(topic, one, members) > 0))
            .OrderByDescending(topic => Wanting(topic, null, members))
            .ThenBy(topic => topic, StringComparer.Ordinal),
    ];

    private static string? TopicFor(MatchPerson presenter, MatchPerson[] all, HashSet<string> had) => presenter.Offers
        .OrderBy(offer => had.Contains(offer.Topic))
        .ThenByDescending(offer => Wanting(offer.Topic, presenter, all))
        .ThenByDescending(offer => offer.Level)
        .ThenBy(offer => offer.Topic, StringComparer.Ordinal)
        .Select(offer => offer.Topic)
        .FirstOrDefault();

    private static int Wanting(string topic, MatchPerson? except, IReadOnlyList<MatchPerson> members) =>
        members.Count(member => member != except && member.Wishes.Any(wish => wish.Topic == topic));
}
