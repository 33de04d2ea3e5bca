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

    private static MatchingRequest Request() => SmallCohort.From(1) with { Locks = [], Waiting = new HashSet<PersonId> { Waits } };
}
