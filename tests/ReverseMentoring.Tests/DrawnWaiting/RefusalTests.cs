using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Matching;

namespace ReverseMentoring.Tests.DrawnWaiting;

/// <summary>HR wants a pair with somebody who waits by a draw: that is what it is told, and nothing else.</summary>
public sealed class RefusalTests
{
    private static readonly PersonId Here = new("m01"), Waits = new("waits"), Nobody = new("nobody"), Leader = new("s01");

    [Fact]
    public void A_lock_that_cannot_be_granted_says_that_they_wait_by_the_draw()
    {
        var refused = Matcher.Match(Request() with { Locks = [new(Waits, Leader), new(Nobody, Leader)] }).RefusedLocks.ToDictionary(one => one.Mentor, one => one.Rule);

        Assert.Equal(("drawn", "not-here"), (refused[Waits], refused[Nobody]));
    }

    [Fact]
    public void What_a_pair_would_cost_says_so_too()
    {
        var review = new MatchingReview(Request());

        Assert.Equal(("drawn", "not-here"), (review.CostOfForcing(Waits, Leader).Refused, review.CostOfForcing(Nobody, Leader).Refused));
        Assert.NotEqual("drawn", review.CostOfForcing(Here, Leader).Refused);
    }

    /// <summary>Somebody has said nothing, or has, and nobody fits: HR can't find out which.</summary>
    [Fact]
    public void Whom_nobody_fits_is_answered_as_who_has_said_nothing()
    {
        var request = Request();
        PersonId[] leaders = [.. request.People.Where(person => person.Role is Role.Mentee).Select(person => person.Id)];
        var asked = request with { LeavesOutTheSilent = true, Forbids = [.. request.Forbids, .. leaders.Select(leader => new PairIds(Here, leader))] };
        var review = new MatchingReview(asked);

        foreach (var leader in leaders)
        {
            PairIds[] locks = [new(Here, leader), new(Nobody, leader)];
            Assert.All(locks, pair => Assert.Equal("not-here", review.CostOfForcing(pair.Mentor, leader).Refused));
            Assert.All(locks, pair => Assert.Equal("not-here", MatchingReview.RuleAgainstLock(asked, pair.Mentor, leader)));
            Assert.All(Matcher.Match(asked with { Locks = locks }).RefusedLocks, refused => Assert.Equal("not-here", refused.Rule));
            Assert.NotEqual("not-here", new MatchingReview(asked with { LeavesOutTheSilent = false }).CostOfForcing(Here, leader).Refused);
        }

        // Of those whom somebody fits rules are named as ever.
        Assert.Contains(Enumerable.Range(1, 40).SelectMany(RulesOf), rule => rule is not (null or "not-here"));
    }

    private static IEnumerable<string?> RulesOf(int seed)
    {
        var request = SmallCohort.From(seed) with { Locks = [], LeavesOutTheSilent = true };
        var review = new MatchingReview(request);
        return from mentor in request.People
               where mentor.Role is Role.Mentor
               from leader in request.People
               where leader.Role is Role.Mentee
               select review.CostOfForcing(mentor.Id, leader.Id).Refused;
    }

    private static MatchingRequest Request() => SmallCohort.From(1) with { Locks = [], Waiting = new HashSet<PersonId> { Waits } };
}
