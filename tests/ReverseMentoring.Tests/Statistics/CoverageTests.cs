using ReverseMentoring.Core.Statistics;
using Xunit.Abstractions;

namespace ReverseMentoring.Tests.Statistics;

/// <summary>Ten thousand made-up cohorts, whose truth is known: how often intervals hold it, and how often something is found that is not there.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int Cohorts = 10_000;
    private const int Items = 9;

    /// <summary>Where people are, and how they waver from one time to the next, in steps of five.</summary>
    private const double Places = 0.9;
    private const double Wavers = 0.6;

    /// <summary>
    /// Of answers without steps the interval is exact. Answers in five steps make it a little wider than it need be where there are few people,
    /// never narrower.
    /// </summary>
    [Theory]
    [Trait("Category", "Thorough")]
    [InlineData(5, 0.0, false)]
    [InlineData(5, 0.5, false)]
    [InlineData(5, 0.0, true)]
    [InlineData(5, 0.5, true)]
    [InlineData(12, 0.0, false)]
    [InlineData(12, 0.5, false)]
    [InlineData(12, 0.0, true)]
    [InlineData(12, 0.5, true)]
    [InlineData(40, 0.0, false)]
    [InlineData(40, 0.5, false)]
    [InlineData(40, 0.0, true)]
    [InlineData(40, 0.5, true)]
    public void Intervals_cover_as_they_say_and_nothing_is_found_that_is_not_there(int people, double effect, bool inSteps)
    {
        var random = new Random(19080301 + people);
        var truth = !inSteps || effect == 0 ? effect : Enumerable.Range(0, 2_000_000).Average(_ => Change(random, effect, inSteps));
        var (covered, looked, cohortsWithFindings) = (0, 0, 0);
        for (var cohort = 0; cohort < Cohorts; cohort++)
        {
            var changes = Enumerable.Range(0, Items).Select(_ => PairedChange.Of([.. Enumerable.Range(0, people).Select(_ => Change(random, effect, inSteps))])).ToArray();
            covered += changes.Count(change => change.Low <= truth && truth <= change.High);
            looked += Items;
            cohortsWithFindings += ChangeWords.For(changes).Any(word => word is not (ChangeWord.NotTold or ChangeWord.PointsUp or ChangeWord.PointsDown)) ? 1 : 0;
        }

        var (coverage, found) = ((double)covered / looked, (double)cohortsWithFindings / Cohorts);
        output.WriteLine($"{people} people, effect {effect}, {(inSteps ? "five steps" : "no steps")}: truth {truth:F3}, intervals cover {coverage:P1}, cohorts with a finding {found:P1}");
        Assert.InRange(coverage, 0.94, inSteps && people < 12 ? 0.98 : 0.96);
        if (effect == 0)
        {
            // Two standard errors of ten thousand draws.
            Assert.InRange(found, 0, 0.05 + 0.0044);
        }
        else if (people >= 40)
        {
            Assert.True(found > 0.95, $"A planted effect was found in {found:P1} only.");
        }
    }

    /// <summary>Those who began against those who waited, whose spread is another where the programme works for some more than for others.</summary>
    [Theory]
    [Trait("Category", "Thorough")]
    [InlineData(6, 6, 0.0, false)]
    [InlineData(6, 6, 0.5, true)]
    [InlineData(12, 8, 0.0, true)]
    [InlineData(12, 8, 0.5, false)]
    [InlineData(40, 12, 0.0, true)]
    [InlineData(40, 40, 0.0, true)]
    [InlineData(40, 40, 0.5, true)]
    public void Differences_of_two_groups_cover_as_they_say_and_nothing_is_found_that_is_not_there(int began, int waited, double effect, bool inSteps)
    {
        var random = new Random(19470101 + began);
        var truth = !inSteps || effect == 0 ? effect
            : Enumerable.Range(0, 2_000_000).Average(_ => Change(random, effect, inSteps)) - Enumerable.Range(0, 2_000_000).Average(_ => Change(random, 0, inSteps));
        var (covered, cohortsWithFindings) = (0, 0);
        for (var cohort = 0; cohort < Cohorts; cohort++)
        {
            var differences = Enumerable.Range(0, Items).Select(_ => GroupDifference.Of(
                [.. Enumerable.Range(0, began).Select(_ => Change(random, effect, inSteps))], [.. Enumerable.Range(0, waited).Select(_ => Change(random, 0, inSteps))])).ToArray();
            covered += differences.Count(difference => difference.Low <= truth && truth <= difference.High);
            cohortsWithFindings += ChangeWords.For(differences).Any(word => word is not (ChangeWord.NotTold or ChangeWord.PointsUp or ChangeWord.PointsDown)) ? 1 : 0;
        }

        var (coverage, found) = (covered / (double)(Items * Cohorts), (double)cohortsWithFindings / Cohorts);
        output.WriteLine($"{began} and {waited} people, effect {effect}, {(inSteps ? "five steps" : "no steps")}: truth {truth:F3}, intervals cover {coverage:P1}, cohorts with a finding {found:P1}");
        Assert.InRange(coverage, 0.94, inSteps && Math.Min(began, waited) < 12 ? 0.98 : 0.965);
        if (effect == 0)
        {
            Assert.InRange(found, 0, 0.05 + 0.0044);
        }
        else if (Math.Min(began, waited) >= 40)
        {
            Assert.True(found > 0.9, $"A planted effect was found in {found:P1} only.");
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(40)]
    public void Promoter_intervals_cover_as_they_say(int people)
    {
        var random = new Random(people);
        var (promotes, detracts) = (0.4, 0.25);
        var covered = Enumerable.Range(0, Cohorts).Count(_ =>
        {
            var draws = Enumerable.Range(0, people).Select(_ => random.NextDouble()).ToArray();
            var score = PromoterScore.Of(draws.Count(draw => draw < promotes), draws.Count(draw => draw > 1 - detracts), people);
            var truth = 100 * (promotes - detracts);
            return score.Low <= truth && truth <= score.High;
        });

        output.WriteLine($"{people} people: {(double)covered / Cohorts:P1}");
        Assert.InRange((double)covered / Cohorts, 0.94, 0.975);
    }

    /// <summary>What one person answers later less what they answered before.</summary>
    private static double Change(Random random, double effect, bool inSteps)
    {
        var place = 3 + (Places * Normal(random));
        return Step(place + effect + (Wavers * Normal(random)), inSteps) - Step(place + (Wavers * Normal(random)), inSteps);
    }

    private static double Step(double value, bool inSteps) => inSteps ? Math.Clamp(Math.Round(value), 1, 5) : value;

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
