using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>Who sits where while circles are being formed: places by role, so that juniors and seniors stay mixed.</summary>
internal sealed class Grouping
{
    public const int Nowhere = -1;
    private readonly Companions companions;
    private readonly int[] mentorPlaces;
    private readonly int[] menteePlaces;

    /// <param name="companions">Everybody.</param>
    /// <param name="placeable">Those among whom the places are spread.</param>
    /// <param name="circles">How many.</param>
    /// <param name="largest">The largest size.</param>
    public Grouping(Companions companions, IReadOnlyList<int> placeable, int circles, int largest)
    {
        this.companions = companions;
        Members = [.. Enumerable.Range(0, circles).Select(_ => new List<int>())];
        At = [.. companions.Everybody.Select(_ => Nowhere)];
        mentorPlaces = Spread(placeable.Count(person => companions.Everybody[person].Role == Role.Mentor), circles);
        menteePlaces = Spread(placeable.Count(person => companions.Everybody[person].Role == Role.Mentee), circles);
        Array.Reverse(menteePlaces);
        for (var circle = 0; circle < circles; circle++)
        {
            menteePlaces[circle] = Math.Min(menteePlaces[circle], largest - mentorPlaces[circle]);
        }
    }

    /// <param name="companions">Everybody.</param>
    /// <param name="circles">Who sits where already; nobody else is to come.</param>
    public Grouping(Companions companions, IReadOnlyList<IReadOnlyList<int>> circles)
    {
        this.companions = companions;
        (mentorPlaces, menteePlaces) = (new int[circles.Count], new int[circles.Count]);
        Members = [.. circles.Select(circle => circle.ToList())];
        At = [.. companions.Everybody.Select((_, person) => circles.Index().Where(circle => circle.Item.Contains(person)).Select(circle => circle.Index).FirstOrDefault(Nowhere))];
    }

    public List<int>[] Members { get; }

    public int[] At { get; }

    /// <summary>What a person adds to a circle, one other left aside; null if a rule keeps the person out.</summary>
    public long? Gain(int person, int circle, int aside = Nowhere)
    {
        var gain = 0L;
        foreach (var member in Members[circle])
        {
            if (member == person || member == aside)
            {
                continue;
            }

            if (companions.Score(person, member) < 0)
            {
                return null;
            }

            gain += companions.Weight(person, member);
        }

        return gain;
    }

    /// <summary>Whether all could come to the sessions of a circle with this person, one other left aside.</summary>
    public bool CanMeet(int person, int circle, int aside = Nowhere) =>
        companions.CanMeet([.. Members[circle].Where(member => member != person && member != aside), person]);

    public bool HasPlace(int person, int circle)
    {
        var role = companions.Everybody[person].Role;
        var places = role == Role.Mentor ? mentorPlaces[circle] : menteePlaces[circle];
        return Members[circle].Count(member => companions.Everybody[member].Role == role) < places;
    }

    public void Put(int person, int circle)
    {
        if (At[person] != Nowhere)
        {
            Members[At[person]].Remove(person);
        }

        At[person] = circle;
        if (circle != Nowhere)
        {
            Members[circle].Add(person);
        }
    }

    private static int[] Spread(int people, int circles) =>
        [.. Enumerable.Range(0, circles).Select(circle => people / circles + (circle < people % circles ? 1 : 0))];
}
