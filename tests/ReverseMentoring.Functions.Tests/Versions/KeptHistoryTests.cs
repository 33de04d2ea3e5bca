using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>What each version's orchestrators asked for is kept, so that no later code asks what is in flight for anything else.</summary>
public sealed class KeptHistoryTests
{
    private const string Raise = $"""
        What is in flight can't be replayed by what orchestrators ask for now. Raise Generation.Version, and defaultVersion in host.json; let instances of
        the version before ask for what they asked, behind context.CompareVersionTo(Generation.Version) < 0; then keep what is asked for now, by
        {KeepHistoryCommand.Line}
        """;

    [Fact]
    public void A_change_of_what_orchestrators_ask_for_raises_their_version()
    {
        var kept = KeptHistory.All.SingleOrDefault(kept => kept.Version == Generation.Version);
        Assert.True(kept is not null, $"Nothing is kept of version {Generation.Version} yet. Keep what its orchestrators ask for, by\n{KeepHistoryCommand.Line}");

        Says(Replay.Differences(kept, Orchestrators.Today, Generation.Version), Raise);
        Says(Scenes.All.Select(scene => scene.Title).Except(kept.Scenes.Select(scene => scene.Scene)).Select(scene => $"{scene}: there was no such thing"), Raise);
    }

    [Fact]
    public void What_began_with_an_earlier_version_can_be_replayed()
    {
        foreach (var kept in KeptHistory.All.Where(kept => kept.Version != Generation.Version))
        {
            Says(
                Replay.Differences(kept, Orchestrators.Today, Generation.Version),
                $"Instances of version {kept.Version} may be in flight: let them ask for what they asked, behind context.CompareVersionTo(Generation.Version) < 0.");
        }
    }

    [Fact]
    public void No_version_is_kept_that_is_newer_than_the_code() =>
        Assert.All(KeptHistory.All, kept => Assert.True(Number(kept.Version) <= Number(Generation.Version), $"{kept.Version} is newer than {Generation.Version}."));

    [Fact]
    public void Each_orchestrator_is_among_the_kept()
    {
        var orchestrators = typeof(CohortOrchestrator).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public))
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

        Assert.Equal(orchestrators.Order(), Scenes.All.Select(scene => scene.Orchestrator).Distinct().Order());
    }

    [Fact]
    public void A_release_that_keeps_what_was_asked_for_replays_all_of_it_and_moves_on_to_its_own_version() =>
        Assert.Empty(Replay.Differences(KeptHistory.Of(Generation.Version, Orchestrators.Today), Orchestrators.Next, NextRelease.Version));

    [Fact]
    public void A_release_that_asks_for_something_different_is_found_in_each_scene()
    {
        var today = KeptHistory.Of(Generation.Version, Orchestrators.Today);

        Assert.Equal(today.Scenes.Count, Replay.Differences(today, Orchestrators.Careless, Generation.Version).Count());
    }

    private static int Number(string version) => int.Parse(version, CultureInfo.InvariantCulture);

    private static void Says(IEnumerable<string> differences, string whatToDo)
    {
        var all = differences.ToList();
        Assert.True(all.Count == 0, $"{string.Join('\n', all)}\n\n{whatToDo}");
    }
}
