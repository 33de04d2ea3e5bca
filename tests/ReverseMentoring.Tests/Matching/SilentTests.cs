using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Matching;

/// <summary>Somebody has answered and found nobody, or has said nothing: whatever HR asks about a pair with them, and whatever becomes of a lock, is the same.</summary>
public sealed class SilentTests
{
    [Fact]
    public void Who_found_nobody_is_answered_as_who_has_said_nothing()
    {
        var told = Enumerable.Range(1, 80).SelectMany(Told).ToArray();

        Assert.All(told, one => Assert.Equal(one.Heard, one.Silent));
        Assert.Contains(told, one => one.Heard is (null, null));
        Assert.Contains(told, one => one.Heard.Rule is not null);
    }

    /// <summary>Who is there for a lock alone gets no other partner, and counts as nobody who was looked for.</summary>
    [Fact]
    public void For_who_has_said_nothing_nobody_is_found_but_by_a_lock()
    {
        var locked = 0;
        foreach (var (request, alone, pair) in Enumerable.Range(1, 80).SelectMany(Alone))
        {
            var result = Matcher.Match(Without(request, alone) with { Locks = [pair] });
            locked += result.Pairs.Count(found => found.Ids == pair);
            Assert.All(result.Pairs.Where(found => found.Mentor == alone || found.Mentee == alone), found => Assert.Equal(pair, found.Ids));
            Assert.DoesNotContain(result.Unmatched, person => person.Id == alone);
            Assert.True(result.Verified);
        }

        Assert.NotEqual(0, locked);
    }

    /// <summary>Costs of forcing, second choices and other weights are the same whether somebody for whom nobody was found has answered or not.</summary>
    [Fact]
    public void What_is_asked_of_a_matching_is_answered_without_those_for_whom_nobody_was_found()
    {
        var asked = 0;
        foreach (var (request, alone, _) in Enumerable.Range(1, 40).SelectMany(Alone).DistinctBy(one => (one.Request, one.Alone)))
        {
            var found = Matcher.Match(request).Pairs.SelectMany(pair => new[] { pair.Mentor, pair.Mentee }).ToHashSet();
            Assert.Equal(Answered(MatchingReview.Among(Without(request, alone), found)), Answered(MatchingReview.Among(request, found)));
            asked++;
        }

        Assert.InRange(asked, 20, int.MaxValue);
    }

    private static string Answered(MatchingRequest request)
    {
        var review = new MatchingReview(request);
        var ids = request.People.ToLookup(person => person.Role, person => person.Id);
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            Costs = ids[Role.Mentor].SelectMany(mentor => ids[Role.Mentee].Select(mentee => review.CostOfForcing(mentor, mentee))),
            Seconds = review.Result.Pairs.Select(pair => review.SecondChoiceFor(pair.Mentor, pair.Mentee)),
            WhatIf = review.CompareWith(new() { MinimumScore = 1, MinimumSharedMinutes = 0 }),
        });
    }

    private static IEnumerable<((string? Rule, string? Refused) Heard, (string? Rule, string? Refused) Silent)> Told(int seed) =>
        Alone(seed).Select(one => (Of(one.Request, one.Pair), Of(Without(one.Request, one.Alone), one.Pair)));

    private static IEnumerable<(MatchingRequest Request, PersonId Alone, PairIds Pair)> Alone(int seed)
    {
        var drawn = SmallCohort.From(seed) with { Locks = [] };
        var request = drawn with
        {
            Listed = drawn.People.ToDictionary(
                person => person.Id, person => person with { Offers = [], Wishes = [], Languages = [], FreeTime = null, WorkingHours = WorkingHours.Usual }),
        };
        return from alone in Matcher.Match(request).Unmatched
               from other in request.People
               where other.Role != alone.Role
               select (request, alone.Id, alone.Role is Role.Mentor ? new PairIds(alone.Id, other.Id) : new PairIds(other.Id, alone.Id));
    }

    private static MatchingRequest Without(MatchingRequest request, PersonId person) => request with { People = [.. request.People.Where(one => one.Id != person)] };

    private static (string? Rule, string? Refused) Of(MatchingRequest request, PairIds pair)
    {
        var locked = Matcher.Match(request with { Locks = [pair] });
        Assert.Equal(locked.RefusedLocks.Count == 0, locked.Pairs.Any(found => found.Ids == pair));
        return (MatchingReview.RuleAgainstLock(request, pair.Mentor, pair.Mentee), locked.RefusedLocks.SingleOrDefault()?.Rule);
    }
}
