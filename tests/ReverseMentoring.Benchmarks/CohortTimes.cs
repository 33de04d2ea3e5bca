using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.Benchmarks.Instances;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Benchmarks;

/// <summary>The goals for cohorts, without the ceremony of a benchmark run; processor time is of all cores, and wavers less.</summary>
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
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        action();
        var (passed, spent) = (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed,10:0.0} ms  {spent,10:0.0} ms of processor time  {what}"));
    }
}
