using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Tests.Matching;

/// <summary>What the manager decides about single pairs, and whether the pairs of now know of it.</summary>
public sealed class MatchRulesTests
{
    private static readonly PairIds Pair = new(new("m"), new("s"));

    [Fact]
    public void What_was_decided_waits_for_the_next_matching_and_no_longer_whatever_came_of_it()
    {
        var review = CycleState.Begin(default) with { Phase = PhaseNames.Review };
        var rules = new MatchRules().Apply(new(CommandKind.Lock, default, Mentor: Pair.Mentor, Mentee: Pair.Mentee), review);

        Assert.Equal([Pair], rules.NotMatched(review));
        var again = review.GoTo(PhaseNames.Matching, default, 0).GoTo(PhaseNames.Review, default, 0);
        Assert.Empty(rules.NotMatched(again));
        Assert.Equal([Pair], rules.Locks);

        var other = rules.Apply(new(CommandKind.Forbid, default, Mentor: Pair.Mentor, Mentee: new("t")), again);
        Assert.Equal([new PairIds(Pair.Mentor, new("t"))], other.NotMatched(again));
        Assert.Equal([Pair], other.Locks);
    }
}
