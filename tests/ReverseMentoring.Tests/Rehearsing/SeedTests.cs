using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.Tests.Rehearsing;

public sealed class SeedTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_rehearsal_and_another_seed_another()
    {
        var first = await Play(7);
        Assert.Equal(first, await Play(7));
        Assert.NotEqual(first, await Play(8));
    }

    private static async Task<string> Play(int seed)
    {
        var plan = new RehearsalPlan(PeopleGenerator.Csv(40, new SeededRandom(seed)), """{ "name": "Rehearsal", "sessions": { "sessions": 2 } }""") { Seed = seed };
        await using var rehearsal = await Rehearsal.Open(plan, null, default);
        await rehearsal.Start(default);
        await rehearsal.RunToReport(null, default);
        return StoredJson.Write(await Figures.Count(rehearsal, default));
    }
}
