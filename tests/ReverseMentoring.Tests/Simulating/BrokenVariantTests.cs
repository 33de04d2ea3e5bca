using ReverseMentoring.LocalHost.Simulating;
using ReverseMentoring.LocalHost.Simulating.Planning;

namespace ReverseMentoring.Tests.Simulating;

/// <summary>What the simulation is worth: it finds each of more than twenty mistakes, by the promise that the mistake breaks.</summary>
public sealed class BrokenVariantTests
{
    /// <summary>Seeds that are played at most until a mistake is found.</summary>
    private const int Most = 150;

    public static TheoryData<string> Names { get; } = [.. BrokenVariants.All.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Simulation")]
    public void A_mistake_is_found(string name) => Find(BrokenVariants.All.Single(variant => variant.Name == name));

    [Fact]
    [Trait("Category", "Thorough")]
    public void Some_are_found_at_once()
    {
        Find(BrokenVariants.All[0]);
        Find(BrokenVariants.All[3]);
    }

    [Fact]
    public void There_are_twenty() => Assert.True(BrokenVariants.All.Count >= 20);

    private static void Find(BrokenVariant variant)
    {
        var others = new List<string>();
        for (var seed = 1; seed <= Most; seed++)
        {
            var broken = Simulation.Play(SimulationPlan.Drawn(seed), variant.Break).Broken;
            if (broken.Any(found => found.StartsWith(variant.Promise, StringComparison.Ordinal)))
            {
                return;
            }

            others.AddRange(broken.Take(1));
        }

        Assert.Fail($"Nobody has found that {variant.Name}. Found instead: {string.Join('\n', others.Take(5))}");
    }
}
