using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Matching;

public sealed class RepairTests
{
    [PropertyFact]
    public void After_somebody_leaves_every_other_pair_goes_on() =>
        PropertyRun.Hold(100, seed =>
        {
            var request = SmallCohort.From(seed, most: 8) with { Locks = [] };
            var running = Matcher.Match(request).Pairs.Select(pair => pair.Ids).ToArray();
            var leaver = request.People[seed % request.People.Count].Id;
            var repair = Matcher.Repair(request with
            {
                People = [.. request.People.Where(person => person.Id != leaver)],
                RunningPairs = running,
            });
            Assert.Equal(running.Where(pair => pair.Mentor != leaver && pair.Mentee != leaver).Order(Comparer), repair.Kept);
            Assert.All(repair.Ended, pair => Assert.Equal("not-here", pair.Reason));
            Assert.True(repair.Result.Verified);
        });

    [Fact]
    public void A_comparison_names_what_is_gone_and_what_is_new()
    {
        var request = SmallCohort.From(4, most: 10) with { Locks = [] };
        var before = Matcher.Match(request);
        var pair = before.Pairs[0].Ids;
        var after = Matcher.Match(request with { Forbids = [.. request.Forbids, pair] });
        var comparison = Comparison.Between(before, after);
        Assert.Contains(pair, comparison.Gone);
        Assert.Equal(after.Pairs.Select(other => other.Ids).Except(before.Pairs.Select(other => other.Ids)), comparison.New);
        Assert.Equal(before.Figures, comparison.Before);
        Assert.Equal(after.Figures, comparison.After);
    }

    private static Comparer<PairIds> Comparer { get; } = Comparer<PairIds>.Create((one, other) =>
        (string.CompareOrdinal(one.Mentor.Value, other.Mentor.Value), string.CompareOrdinal(one.Mentee.Value, other.Mentee.Value)).CompareTo((0, 0)));
}
