using ReverseMentoring.Tests.Browser;
using ReverseMentoring.Tests.Rehearsing;
using ReverseMentoring.Tests.Serving;
using ReverseMentoring.Tests.Simulating;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ReverseMentoring.Tests.LongestFirst", "ReverseMentoring.Tests")]
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace ReverseMentoring.Tests;

/// <summary>
/// What takes longest begins first, and all others beside it: whoever begins it last waits for it alone. One more at a time than
/// most machines have processors, for browsers and killed hosts are waited for.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Longest = [typeof(WholeCohortTests), typeof(KilledHostTests), typeof(TwoMinuteTests), typeof(AttackTests), typeof(SimulationTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(Longest, type => collection.DisplayName.EndsWith(type.FullName!, StringComparison.Ordinal)) is >= 0 and var at ? at : Longest.Length)
            .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
