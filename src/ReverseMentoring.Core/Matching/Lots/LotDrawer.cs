using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Lots;

/// <summary>Draws who waits, before anybody is matched.</summary>
public static class LotDrawer
{
    /// <param name="request">Who want in: all who have said what they offer and want.</param>
    /// <param name="seed">Secret until it is drawn by.</param>
    /// <param name="fewest">People whom each group is to have, so that anything can be shown of it.</param>
    /// <param name="spared">Who have waited once already: they begin, and are in no draw.</param>
    /// <returns>The draw, and the lot of each who was in it; no lots where nobody is to wait.</returns>
    public static (LotDraw Draw, IReadOnlyList<Lot> Lots) Draw(MatchingRequest request, string seed, int fewest, IReadOnlySet<PersonId> spared)
    {
        var sides = request.People.Where(person => person.Role is Role.Mentor or Role.Mentee).ToLookup(person => person.Role);
        var (mentors, mentees) = (sides[Role.Mentor].ToArray(), sides[Role.Mentee].ToArray());
        var (side, wanted, places) = mentees.Length > mentors.Sum(mentor => mentor.Capacity)
            ? (Role.Mentee, mentees, mentors.Sum(mentor => mentor.Capacity))
            : (Role.Mentor, mentors, mentees.Sum(mentee => mentee.Capacity));
        PersonId[] among = [.. wanted.Select(person => person.Id).Where(person => !spared.Contains(person))];
        var waiting = wanted.Length - places;
        var done = new LotDraw(seed) { IsDone = true, Side = side, Wanted = wanted.Length, Places = places };
        NoDraw? whyNot = waiting <= 0 ? NoDraw.PlacesForAll
            : waiting < fewest ? NoDraw.FewWouldWait
            : places < fewest ? NoDraw.FewWouldBegin
            : among.Length - waiting < fewest ? NoDraw.FewBesideSpared
            : null;
        return whyNot is not null
            ? (done with { WhyNot = whyNot }, [])
            : (done with { Waiting = waiting }, [.. InOrder(among, seed).Select((person, place) => new Lot(person, place < waiting))]);
    }

    /// <summary>As the seed throws them: neither their names nor when they came make a difference.</summary>
    private static IEnumerable<PersonId> InOrder(IEnumerable<PersonId> people, string seed) => people.OrderBy(person => Names.Digest($"lot:{seed}:{person}"), StringComparer.Ordinal);
}
