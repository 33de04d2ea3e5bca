using System.Globalization;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>A made-up cohort in which one person would rather not be with one other.</summary>
/// <param name="Known">All that the attacker may know beforehand: everybody's answers but that one.</param>
/// <param name="Draw">Secret.</param>
/// <param name="Veto">Secret.</param>
internal sealed record AttackedCohort(MatchingRequest Known, ApartDraw Draw, PairIds Veto)
{
    /// <summary>Of a company from which some take part.</summary>
    private const int Smallest = 120;

    private const int Topics = 12;
    private const int MostOfATopic = 4;

    /// <summary>Whether there are enough possible pairs to hide anybody among.</summary>
    public bool CanHide => ScoredPair.All(Known).Take(ApartDraw.PairsToHideAmong).Count() == ApartDraw.PairsToHideAmong;

    /// <summary>What is matched.</summary>
    public MatchingRequest Matched(bool withDraw) => Known with { KeptApart = [Veto, .. withDraw ? Draw.Among(Known) : []] };

    /// <param name="pairs">People of each side.</param>
    /// <param name="seededRandom">Of this cohort.</param>
    public static AttackedCohort Make(int pairs, SeededRandom seededRandom)
    {
        var known = Company(pairs, seededRandom);
        var seed = new byte[16];
        new SeededRandomSource(seededRandom.Below(int.MaxValue, "draw", "seed")).Fill(seed);
        return new(known, ApartDrawer.Draw(known, seed), VetoIn(known, seededRandom));
    }

    /// <summary>
    /// Every second veto strikes one of the best pairs, every fourth a second choice, the others anybody: worse than life, where
    /// few are asked to be with those whom they would refuse.
    /// </summary>
    private static PairIds VetoIn(MatchingRequest known, SeededRandom seededRandom)
    {
        var best = Matcher.Pairs(known).Select(pair => pair.Ids).ToArray();
        var chance = seededRandom.Draw("veto", "where");
        var second = Matcher.Pairs(known with { KeptApart = best }).Select(pair => pair.Ids).ToArray();
        PairIds[] among = chance < 0.5 && best.Length > 0 ? best
            : chance < 0.75 && second.Length > 0 ? second
            : [.. from mentor in known.People from mentee in known.People where (mentor.Role, mentee.Role) is (Role.Mentor, Role.Mentee) select new PairIds(mentor.Id, mentee.Id)];
        return seededRandom.Pick(among, "veto", "who");
    }

    private static MatchingRequest Company(int pairs, SeededRandom seededRandom)
    {
        var rows = PeopleGenerator.Csv(Math.Max(Smallest, 8 * pairs), seededRandom).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(line => line.Split(',')).ToArray();
        var ids = rows.ToDictionary(row => row[1], row => new PersonId($"p{(int)(seededRandom.Draw(row[1], "id") * 1e9):D9}"));
        return new()
        {
            People =
            [
                .. rows.GroupBy(row => row[2])
                    .SelectMany(side => side.OrderBy(row => seededRandom.Draw(row[1], "takes part")).Take(pairs))
                    .Select(row => Somebody(row, ids[row[1]], seededRandom)),
            ],
            ReportingLine = rows.Where(row => row[6].Length > 0).ToDictionary(row => ids[row[1]], row => ids[row[6]]),
        };
    }

    private static MatchPerson Somebody(string[] row, PersonId id, SeededRandom seededRandom) => new()
    {
        Id = id,
        Role = row[2] == "mentor" ? Role.Mentor : Role.Mentee,
        Department = row[4],
        Level = int.Parse(row[5], CultureInfo.InvariantCulture),
        Location = row[7],
        TimeZone = row[8],
        Languages = row[9].Split(';'),
        Offers = [.. Some(id, "offers", seededRandom).Select(topic => new Offer(topic, (Level)(1 + seededRandom.Below(3, id.Value, $"level {topic}"))))],
        Wishes = [.. Some(id, "wishes", seededRandom).Select((topic, rank) => new Wish(topic, rank + 1))],
    };

    private static IEnumerable<TopicId> Some(PersonId id, string what, SeededRandom seededRandom) =>
        Enumerable.Range(0, Topics).OrderBy(topic => seededRandom.Draw(id.Value, $"{what} {topic}"))
            .Take(1 + seededRandom.Below(MostOfATopic, id.Value, what)).Select(topic => new TopicId($"t{topic}"));
}
