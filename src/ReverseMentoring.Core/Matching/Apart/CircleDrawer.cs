using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Matching.Apart;

/// <summary>
/// The same for circles, of all twos. No scores of single twos are shown of circles and nothing is proven best, so that
/// nobody can work out who should have been together: the rate is enough.
/// </summary>
internal static class CircleDrawer
{
    public static ApartDraw Draw(MatchingRequest request, ReadOnlySpan<byte> seed)
    {
        var rate = ApartDraw.RateFor(request.People.Count / 2);
        var (hash, limit) = (new PairHash(seed), ApartDraw.LimitOf(rate));
        var people = request.People.OrderBy(person => person.Id).Select(person => (person.Id, Word: PairHash.WordOf(person.Id))).ToArray();
        var ranked = people.SelectMany((one, place) => people[(place + 1)..].Select(other => (Pair: new PairIds(one.Id, other.Id), Rank: hash.Of(one.Word, other.Word))));
        PairIds[] byRate = [.. ranked.Where(one => one.Rank < limit).OrderBy(one => one.Rank).Select(one => one.Pair)];
        var most = WithoutCircle(request);
        var sparing = new Sparing<PairIds>(apart => WithoutCircle(request with { KeptApart = [.. apart] }) <= most, PatienceFor(people.Length));
        sparing.KeepApart(byRate, byRate.Length);
        return new(Convert.ToBase64String(seed), rate, true, [], [.. byRate.Where(pair => !sparing.Apart.Contains(pair))]);
    }

    /// <summary>Each trial forms all circles: few where that takes a while.</summary>
    private static int PatienceFor(int people) => people > 200 ? 6 : 40;

    private static int WithoutCircle(MatchingRequest request) => CircleMatcher.Match(request).WithoutCircle.Count;
}
