using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Matching;

/// <summary>Random cohorts in which every rule bites now and then.</summary>
internal static class SmallCohort
{
    private static readonly string[] Topics = ["ai", "video", "games", "climate", "inclusion", "language"];
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"];
    private static readonly string[] Languages = ["en-GB", "de", "fr"];
    private static readonly string[] Departments = ["Sales/Europe", "Sales/Asia", "Research", "Finance"];
    private static readonly string[] Locations = ["Germany/Berlin", "Germany/Bonn", "India/Pune"];

    private static readonly DateTimeOffset Monday = new(2027, 1, 4, 0, 0, 0, TimeSpan.Zero);

    public static MatchingRequest From(int seed, int most = 5, bool largeCapacities = true)
    {
        var random = new Random(seed);
        string[] mentors = [.. Enumerable.Range(1, random.Next(1, most + 1)).Select(number => $"m{number:00}")];
        string[] mentees = [.. Enumerable.Range(1, random.Next(1, most + 1)).Select(number => $"s{number:00}")];
        string[] everybody = [.. mentors, .. mentees, "boss", "top"];
        return new()
        {
            People = [.. mentors.Select(id => Person(new PersonId(id), Role.Mentor)), .. mentees.Select(id => Person(new PersonId(id), Role.Mentee))],
            ReportingLine = everybody.Where(_ => random.Next(2) == 0).ToDictionary(id => new PersonId(id), _ => new PersonId(Pick(everybody))),
            Locks = [.. Pairs(12)],
            Forbids = [.. Pairs(15)],
            KeptApart = [.. everybody.Where(_ => random.Next(6) == 0).Select(id => new PairIds(new PersonId(id), new PersonId(Pick(everybody))))],
            EarlierPairs = [.. Pairs(15)],
            Policy = new() { MinimumScore = random.Next(1, 7000), MinimumLevelGap = random.Next(2) == 0 ? null : 1 },
        };

        MatchPerson Person(PersonId id, Role role) => new()
        {
            Id = id,
            Role = role,
            Level = random.Next(1, 4) + (role == Role.Mentee ? 2 : 0),
            Department = Pick(Departments),
            Location = Pick(Locations),
            TimeZone = Pick(Zones),
            WorkingHours = WorkingHours.Usual,
            Languages = [.. Languages.Where(_ => random.Next(3) > 0)],
            Offers = [.. Some().Select(topic => new Offer(new TopicId(topic), (Level)random.Next(1, 4)))],
            Wishes = [.. Some().Select((topic, index) => new Wish(new TopicId(topic), index + 1))],
            Capacity = largeCapacities ? random.Next(1, 3) : 1,
            FreeTime = random.Next(3) == 0 ? Mornings() : null,
        };

        // One or two of four mornings: now and then two have none in common.
        FreeTime Mornings() => FreeTime.FromIntervals(
            Enumerable.Range(0, 4).Where(_ => random.Next(3) == 0).Select(day => new Interval(Monday.AddDays(day).AddHours(8), Monday.AddDays(day).AddHours(9))),
            Monday, 4, TimeSpan.FromMinutes(50));

        IEnumerable<string> Some() => Topics.OrderBy(_ => random.Next()).Take(random.Next(0, 4));

        IEnumerable<PairIds> Pairs(int oneIn) =>
            from mentor in mentors from mentee in mentees where random.Next(oneIn) == 0 select new PairIds(new PersonId(mentor), new PersonId(mentee));

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    /// <summary>The same request with every list in another order.</summary>
    public static MatchingRequest Shuffled(MatchingRequest request, int seed)
    {
        var random = new Random(seed);
        return request with
        {
            People = Shuffle(request.People),
            Locks = Shuffle(request.Locks),
            Forbids = Shuffle(request.Forbids),
            KeptApart = Shuffle(request.KeptApart),
            EarlierPairs = Shuffle(request.EarlierPairs),
            RunningPairs = Shuffle(request.RunningPairs),
            ReportingLine = Shuffle([.. request.ReportingLine]).ToDictionary(),
        };

        T[] Shuffle<T>(IReadOnlyList<T> list) => [.. list.OrderBy(_ => random.Next())];
    }
}
