using BenchmarkDotNet.Attributes;
using ReverseMentoring.Benchmarks.Instances;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Benchmarks;

/// <summary>A cohort of 200 people: matched and verified; with every pair's second choice; with every pair's forcing cost.</summary>
public class CohortBenchmarks
{
    private readonly MatchingRequest request = new() { People = StructuredScores.People(100, 100, seed: 1) };

    [Benchmark(Baseline = true)]
    public int Match() => Matcher.Match(request).Pairs.Count;

    [Benchmark]
    public long MatchAndExplain()
    {
        var review = new MatchingReview(request);
        return review.Result.Pairs.Sum(pair => review.SecondChoiceFor(pair.Mentor, pair.Mentee)!.Cost.Total);
    }

    [Benchmark]
    public long ForceEveryPair()
    {
        var review = new MatchingReview(request);
        return request.People.Take(100).Sum(mentor => request.People.Skip(100).Sum(mentee => review.CostOfForcing(mentor.Id, mentee.Id).Cost?.Total ?? 0));
    }
}
