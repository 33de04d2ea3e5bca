using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Core.Matching.Apart;

/// <summary>
/// Draws who is kept apart, before anybody is matched. At the rate of <see cref="ApartDraw.RateFor"/> of all pairs; then a
/// tenth, and three at least, of the best pairs; then as many of those that would be the best without these, so that a no
/// to a second choice has company too. What anybody said is not looked at.
/// </summary>
public static class ApartDrawer
{
    private const int Rounds = 2;
    private const int Patience = 400;

    /// <param name="request">Who is kept apart in it doesn't count.</param>
    /// <param name="seed">Secret.</param>
    /// <exception cref="ArgumentException">The policy is out of range, an id comes twice or a time zone is unknown.</exception>
    public static ApartDraw Draw(MatchingRequest request, ReadOnlySpan<byte> seed)
    {
        var silent = MatchingReview.AsIfNobodySpoke(request);
        return request.Policy.Circles is null ? OfPairs(silent, seed) : CircleDrawer.Draw(silent, seed);
    }

    private static ApartDraw OfPairs(MatchingRequest request, ReadOnlySpan<byte> seed)
    {
        var matching = new MatchingCase(request);
        var problem = Candidates.ProblemOf(matching);
        var most = People(problem);
        var best = LexicographicSolver.Solve(problem).Entries;
        var rate = ApartDraw.RateFor(best.Length);
        var ranks = new EntryRanks(matching, problem, new PairHash(seed));
        var sparing = new Sparing<int>(apart => People(problem.Without(apart).Left) == most, Patience);
        if (problem.Mentor.Length < ApartDraw.PairsToHideAmong)
        {
            return new(Convert.ToBase64String(seed), 0, false, [], []);
        }

        var byRate = ranks.Below(ApartDraw.LimitOf(rate));
        sparing.KeepApart(byRate, byRate.Count);
        if (sparing.Apart.Count < ApartDraw.Fewest)
        {
            var others = ranks.Sort(Enumerable.Range(0, problem.Mentor.Length).Except(byRate));
            sparing.KeepApart(others, ApartDraw.Fewest - sparing.Apart.Count);

            // So small a cohort shows nothing but who is apart: with fewer, who asked for it is found.
            sparing.KeepApartAll(byRate.Concat(others).Where(entry => !sparing.Apart.Contains(entry)).Take(ApartDraw.Fewest - sparing.Apart.Count).ToArray());
        }

        var shows = best.Length >= ApartDraw.PairsForFigures;
        var wanted = ApartDraw.WantedOf(best.Length);
        for (var round = 0; shows && round < Rounds; round++)
        {
            var pairs = round == 0 ? best : problem.BestWithout(sparing.Apart);
            sparing.KeepApart(ranks.Sort(pairs.Where(entry => !sparing.Apart.Contains(entry))), wanted - pairs.Count(sparing.Apart.Contains));
        }

        PairIds Ids(int entry) => new(matching.Mentors[problem.Mentor[entry]].Id, matching.Mentees[problem.MenteeOf(entry)].Id);
        return new(
            Convert.ToBase64String(seed), rate, shows,
            [.. sparing.Apart.Except(byRate).Order().Select(Ids)],
            [.. byRate.Where(entry => !sparing.Apart.Contains(entry)).Order().Select(Ids)]);
    }

    private static long People(AssignmentProblem problem) => PeopleWorth.Total(ShortestPaths.SolvePeople(problem));
}
