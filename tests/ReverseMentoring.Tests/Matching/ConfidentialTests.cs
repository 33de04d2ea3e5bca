using System.Text.Json;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Matching;

/// <summary>Two who are kept apart are never matched, and no answer says so.</summary>
public sealed class ConfidentialTests
{
    [PropertyFact]
    public void Whoever_is_kept_apart_is_never_matched_but_by_a_lock() =>
        PropertyRun.Hold(150, seed =>
        {
            var request = SmallCohort.From(seed, most: 8);
            var apart = request.KeptApart.SelectMany(pair => new[] { pair, new PairIds(pair.Mentee, pair.Mentor) }).ToHashSet();
            Assert.DoesNotContain(Matcher.Match(request).Pairs, pair => !pair.Locked && apart.Contains(pair.Ids));
            Assert.DoesNotContain(Matcher.Pairs(request), pair => !pair.Locked && apart.Contains(pair.Ids));
            var running = from mentor in request.People from mentee in request.People select new PairIds(mentor.Id, mentee.Id);
            Assert.DoesNotContain(Matcher.Repair(request with { RunningPairs = [.. running] }).Result.Pairs, pair => !pair.Locked && apart.Contains(pair.Ids));
        });

    [PropertyFact]
    public void Nothing_that_answers_a_manager_depends_on_who_is_kept_apart() =>
        PropertyRun.Hold(150, seed =>
        {
            var request = SmallCohort.From(seed);
            var silent = request with { KeptApart = [] };
            Assert.Equal(Answers(silent), Answers(request));

            // Nor do those parts of a matching that explain it.
            var (one, other) = (Matcher.Match(silent), Matcher.Match(request));
            Assert.Equal(JsonSerializer.Serialize(one.RefusedLocks), JsonSerializer.Serialize(other.RefusedLocks));
            var without = one.Unmatched.ToDictionary(person => person.Id, person => person.Candidates);
            Assert.All(other.Unmatched.Where(person => without.ContainsKey(person.Id)), person => Assert.Equal(without[person.Id], person.Candidates));
            if (one.Unmatched.Count > 0 && other.Unmatched.Count > 0)
            {
                Assert.Equal(JsonSerializer.Serialize(one.RuleCosts), JsonSerializer.Serialize(other.RuleCosts));
            }
        });

    [PropertyFact]
    public void A_lock_of_two_who_are_kept_apart_looks_like_any_other() =>
        PropertyRun.Hold(150, seed =>
        {
            var request = SmallCohort.From(seed) with { Locks = [] };
            foreach (var pair in from mentor in request.People from mentee in request.People where (mentor.Role, mentee.Role) is (Role.Mentor, Role.Mentee) select new PairIds(mentor.Id, mentee.Id))
            {
                var (silent, spoken) = (Locked([]), Locked([new(pair.Mentee, pair.Mentor)]));
                Assert.Equal(JsonSerializer.Serialize(silent), JsonSerializer.Serialize(spoken));

                MatchingResult Locked(PairIds[] apart) => Matcher.Match(request with { KeptApart = apart, Locks = [pair] }) is var result && result.RefusedLocks.Count == 0 ? result : new()
                {
                    Pairs = [], Figures = new(0, 0, 0, 0, null, 0), Unmatched = [], RuleCosts = [], RefusedLocks = result.RefusedLocks,
                    Prices = new(new Dictionary<PersonId, long>(), new Dictionary<PersonId, long>()), Verified = true,
                };
            }
        });

    [PropertyFact]
    public void Two_who_are_kept_apart_never_share_a_circle_and_a_place_in_one_is_not_found_beside_them() =>
        PropertyRun.Hold(40, seed =>
        {
            var request = SmallCohort.From(seed, most: 9, largeCapacities: false) with { Policy = new() { MinimumScore = 1, MinimumLevelGap = null, Circles = new() } };
            var apart = request.KeptApart.Where(pair => pair.Mentor != pair.Mentee).ToArray();
            foreach (var circle in CircleMatcher.Match(request with { Locks = [.. apart] }).Circles)
            {
                PersonId[] members = [.. circle.Mentors, .. circle.Mentees];
                Assert.DoesNotContain(apart, pair => members.Contains(pair.Mentor) && members.Contains(pair.Mentee));
            }

            foreach (var pair in apart.Where(pair => request.People.Any(person => person.Id == pair.Mentor) && request.People.Any(person => person.Id == pair.Mentee)))
            {
                Assert.Empty(CirclePlaces.Find(request, [[pair.Mentor]], new Dictionary<PersonId, IReadOnlySet<int>> { [pair.Mentee] = new HashSet<int>() }));
            }
        });

    private static string Answers(MatchingRequest request)
    {
        var review = new MatchingReview(request);
        var mentors = request.People.Where(person => person.Role == Role.Mentor).ToArray();
        var mentees = request.People.Where(person => person.Role == Role.Mentee).ToArray();
        return JsonSerializer.Serialize(new
        {
            review.Result,
            Costs = from mentor in mentors from mentee in mentees select review.CostOfForcing(mentor.Id, mentee.Id),
            Seconds = review.Result.Pairs.Select(pair => review.SecondChoiceFor(pair.Mentor, pair.Mentee)),
            WhatIf = review.CompareWith(new() { MinimumScore = 1, Weights = new Dictionary<string, int> { ["level-gap"] = 300 } }),
        });
    }
}
