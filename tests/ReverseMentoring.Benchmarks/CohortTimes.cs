using System.Diagnostics;
using ReverseMentoring.Benchmarks.Instances;
using ReverseMentoring.Core.Matching;

namespace ReverseMentoring.Benchmarks;

/// <summary>The goals for cohorts, without the ceremony of a benchmark run.</summary>
internal static class CohortTimes
{
    public static void Print()
    {
        var benchmarks = new CohortBenchmarks();
        for (var warm = 0; warm < 10; warm++)
        {
            benchmarks.MatchAndExplain();
        }

        Print("200 people matched and verified", () => benchmarks.Match());
        Print("200 people matched, verified, every pair explained with its second choice", () => benchmarks.MatchAndExplain());
        Print("200 people, the cost of forcing each of 10,000 pairs", () => benchmarks.ForceEveryPair());
        var large = new MatchingRequest { People = StructuredScores.People(5000, 5000, seed: 1) };
        Print("5,000 × 5,000 people scored with all rules and criteria", () => Matcher.CountCandidates(large));
    }

    private static void Print(string what, Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        Console.WriteLine($"{watch.Elapsed.TotalMilliseconds,10:0.0} ms  {what}");
    }
}
