using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Matching;

/// <summary>
/// Where two juniors come for each leader, who is passed over? Of sixty cohorts, in which answers are drawn by chance, so that
/// nothing but the matching makes a difference. Four fifths of the most favoured is what counts as no disadvantage.
/// </summary>
public sealed class SelectionTests
{
    private const int Cohorts = 60;

    private static readonly Lazy<List<(MatchPerson Junior, bool Chosen)>> Juniors = new(() => [.. Enumerable.Range(1, Cohorts).SelectMany(Chosen)]);

    [Fact]
    public void Who_offers_one_topic_is_chosen_as_often_as_who_offers_four() => IsFair(junior => junior.Offers.Count);

    [Fact]
    public void Who_rates_themselves_high_is_chosen_no_more_often() => IsFair(junior => (int)junior.Offers.Max(offer => offer.Level));

    [Fact]
    public void Nor_is_who_wishes_for_more() => IsFair(junior => junior.Wishes.Count);

    private static void IsFair(Func<MatchPerson, int> trait)
    {
        double[] shares = [.. Juniors.Value.GroupBy(one => trait(one.Junior)).Select(group => group.Average(one => one.Chosen ? 1.0 : 0.0))];

        Assert.True(shares.Length > 2);
        Assert.InRange(shares.Min() / shares.Max(), 0.8, 1);
    }

    private static IEnumerable<(MatchPerson Junior, bool Chosen)> Chosen(int seed)
    {
        var random = new Random(seed);
        MatchPerson[] people = [.. Enumerable.Range(0, 60).Select(at => Person(at, random))];
        var chosen = Matcher.Pairs(new() { People = people }).Select(pair => pair.Mentor).ToHashSet();
        return people.Where(person => person.Role is Role.Mentor).Select(person => (person, chosen.Contains(person.Id)));
    }

    private static MatchPerson Person(int at, Random random) => new()
    {
        // Ids are drawn too: the order of the ids decides ties.
        Id = new($"p{random.Next(1_000_000):D6}-{at}"),
        Role = at < 20 ? Role.Mentee : Role.Mentor,
        Level = at < 20 ? 3 : 1,
        Department = $"d{random.Next(5)}",
        Offers = [.. Topics(random).Select(topic => new Offer(topic, (Level)random.Next(1, 4)))],
        Wishes = [.. Topics(random).Select((topic, rank) => new Wish(topic, rank + 1))],
    };

    private static IEnumerable<TopicId> Topics(Random random)
    {
        var all = Enumerable.Range(0, 12).ToArray();
        random.Shuffle(all);
        return all.Take(random.Next(1, 5)).Select(topic => new TopicId($"t{topic:D2}"));
    }
}
