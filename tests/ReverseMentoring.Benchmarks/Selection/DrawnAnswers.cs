using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Benchmarks.Selection;

/// <summary>What people say, by chance: who offers much, or thinks much of themselves, is nobody in particular.</summary>
internal static class DrawnAnswers
{
    /// <summary>Offers, and wishes, at most.</summary>
    public const int Most = 4;

    /// <summary>Some don't answer, and are not matched.</summary>
    private const double Answering = 0.9;

    /// <summary>One cohort of a company. Ids are drawn, so that none of them is the first in every tie.</summary>
    /// <param name="company">Who is on the list; who has no role only stands in the reporting line.</param>
    /// <param name="topics">How many there are; the first are wanted more often than the last.</param>
    /// <param name="far">Share of those who would meet early, and late, for a partner far away.</param>
    /// <param name="random">Decides.</param>
    public static MatchingRequest Request(IReadOnlyList<Listed> company, int topics, double far, Random random)
    {
        var order = Enumerable.Range(0, company.Count).ToArray();
        random.Shuffle(order);
        var ids = order.Select(place => new PersonId($"p{place:D5}")).ToArray();
        return new()
        {
            People = [.. company.Index().Where(listed => listed.Item.Person.Role is not Role.None && random.NextDouble() < Answering).Select(listed => listed.Item.Person with
            {
                Id = ids[listed.Index],
                WorkingHours = far > 0 ? WorkingHours.Usual with { AlsoEarly = random.NextDouble() < far, AlsoLate = random.NextDouble() < far } : WorkingHours.Usual,
                Offers = [.. Some(topics, random).Select(topic => new Offer(topic, (Level)random.Next(1, 4)))],
                Wishes = [.. Some(topics, random).Select((topic, at) => new Wish(topic, at + 1))],
            })],
            ReportingLine = company.Index().Where(listed => listed.Item.Manager is not null).ToDictionary(listed => ids[listed.Index], listed => ids[listed.Item.Manager!.Value]),
            Policy = new() { MinimumLevelGap = null },
        };
    }

    private static TopicId[] Some(int topics, Random random)
    {
        var (count, some) = (Math.Min(topics, random.Next(1, Most + 1)), new HashSet<int>());
        while (some.Count < count)
        {
            var chance = random.NextDouble();
            some.Add((int)(topics * Math.Pow(chance, 1.5)));
        }

        return [.. some.Select(topic => new TopicId($"t{topic:D2}"))];
    }
}
