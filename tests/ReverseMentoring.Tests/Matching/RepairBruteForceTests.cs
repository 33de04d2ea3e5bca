using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Matching;

/// <summary>Repairs asked for as the programme asks for them, on cohorts small enough to try every set of pairs.</summary>
public sealed class RepairBruteForceTests
{
    private const int MostCandidates = 11;

    [PropertyFact]
    public void A_repair_is_the_best_of_all_sets_of_pairs_that_rules_capacities_and_locks_allow()
    {
        var tried = 0;
        PropertyRun.Hold(600, seed =>
        {
            var request = WithRunningPairs(SmallCohort.From(seed, most: 4), seed);
            var candidates = ScoredPair.All(request).ToArray();
            if (candidates.Length <= MostCandidates)
            {
                tried++;
                var result = Matcher.Repair(request).Result;
                var locked = result.Pairs.Where(pair => pair.Locked).ToArray();
                Assert.Equal(Best(request, candidates, locked), AimsOf(result.Figures));
            }
        });
        Assert.True(tried > 200, $"Only {tried} cohorts were small enough.");
    }

    [PropertyFact]
    public void What_a_repair_keeps_and_what_it_ends_are_the_running_pairs() =>
        PropertyRun.Hold(200, seed =>
        {
            var request = WithRunningPairs(SmallCohort.From(seed, most: 8), seed);
            var repair = Matcher.Repair(request);
            var pairs = repair.Result.Pairs.Select(pair => pair.Ids).ToHashSet();
            Assert.All(repair.Kept, pair => Assert.Contains(pair, pairs));
            Assert.Equal(
                request.RunningPairs.ToHashSet(),
                repair.Kept.Concat(repair.Ended.Select(ended => new PairIds(ended.Mentor, ended.Mentee))).ToHashSet());
        });

    /// <summary>Pairs as they may run: of people here and of one who has left, some of them against today's rules.</summary>
    private static MatchingRequest WithRunningPairs(MatchingRequest request, int seed)
    {
        var random = new Random(seed);
        var pairs =
            from mentor in request.People.Where(person => person.Id.Value[0] == 'm').Select(person => person.Id).Append(new("m99"))
            from mentee in request.People.Where(person => person.Id.Value[0] == 's').Select(person => person.Id)
            where random.Next(3) == 0
            select new PairIds(mentor, mentee);
        return request with { RunningPairs = [.. pairs] };
    }

    private static BruteForce.Aims Best(MatchingRequest request, ScoredPair[] candidates, MatchedPair[] locked)
    {
        var room = request.People.ToDictionary(person => person.Id, person => person.Capacity);
        var running = request.RunningPairs.ToHashSet();
        BruteForce.Aims? best = null;
        for (var set = 0; set < 1 << candidates.Length; set++)
        {
            ScoredPair[] chosen = [.. candidates.Where((_, place) => (set & 1 << place) != 0)];
            var mentors = chosen.Select(pair => pair.Mentor).Concat(locked.Select(pair => pair.Mentor)).ToArray();
            var mentees = chosen.Select(pair => pair.Mentee).Concat(locked.Select(pair => pair.Mentee)).ToArray();
            if (!mentors.Concat(mentees).CountBy(id => id).All(used => used.Value <= room[used.Key]))
            {
                continue;
            }

            var others = chosen.Where(pair => !running.Contains(new(pair.Mentor, pair.Mentee))).ToArray();
            var aims = new BruteForce.Aims(
                chosen.Length - others.Length,
                mentees.Distinct().Count(),
                mentors.Distinct().Count(),
                chosen.Length + locked.Length,
                others.Length == 0 ? int.MaxValue : others.Min(pair => pair.Score),
                chosen.Sum(pair => (long)pair.Score) + locked.Sum(pair => (long)(pair.Score ?? 0)));
            best = best is { } found && found.CompareTo(aims) >= 0 ? found : aims;
        }

        return best!.Value;
    }

    private static BruteForce.Aims AimsOf(MatchingFigures figures) => new(
        figures.Kept, figures.Mentees, figures.Mentors, figures.Pairs, figures.Worst ?? int.MaxValue, figures.Total);
}
