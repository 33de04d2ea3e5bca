using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Benchmarks.Instances;

/// <summary>People as companies have them: a few favourite topics, a few offices, large departments.</summary>
internal static class StructuredScores
{
    private static readonly string[] Zones = ["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata"];
    private static readonly string[] Languages = ["en", "de", "fr", "es"];

    public static Func<int, int, int> For(int mentors, int mentees, int seed)
    {
        var people = People(mentors, mentees, seed);
        var scores = PairScores.For(new MatchingRequest { People = people });
        return scores.Score;
    }

    public static MatchPerson[] People(int mentors, int mentees, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, mentors).Select(number => Person(new PersonId($"m{number:00000}"), Role.Mentor)),
            .. Enumerable.Range(0, mentees).Select(number => Person(new PersonId($"s{number:00000}"), Role.Mentee)),
        ];

        MatchPerson Person(PersonId id, Role role) => new()
        {
            Id = id,
            Role = role,
            Level = role == Role.Mentor ? random.Next(1, 4) : random.Next(4, 8),
            ManagerId = new PersonId($"x{random.Next(1 + (mentors + mentees) / 8)}"),
            Department = $"unit{random.Next(8)}/team{random.Next(5)}",
            Location = $"country{random.Next(4)}/office{random.Next(3)}",
            TimeZone = Zones[random.Next(Zones.Length)],
            Languages = ["en", Languages[random.Next(Languages.Length)]],
            Offers = [.. Topics(random.Next(1, 5)).Select(topic => new Offer(new TopicId(topic), (Level)random.Next(1, 4)))],
            Wishes = [.. Topics(random.Next(1, 6)).Select((topic, index) => new Wish(new TopicId(topic), index + 1))],
        };

        // The square of a uniform number: some topics are everybody's.
        IEnumerable<string> Topics(int count) => Enumerable.Range(0, 4 * count)
            .Select(_ => $"topic{(int)(Math.Pow(random.NextDouble(), 2) * 25)}").Distinct().Take(count);
    }
}
