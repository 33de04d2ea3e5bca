using Microsoft.DurableTask.Protobuf;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>Has a release go on with histories that another one has begun.</summary>
internal static class Replay
{
    /// <summary>Where it asks for something different than they hold, one line each; Durable would fail an instance there.</summary>
    /// <param name="version">Of the release: what is in flight moves on to it.</param>
    public static IEnumerable<string> Differences(KeptHistory kept, IReadOnlyDictionary<string, Func<string, string>> release, string version)
    {
        foreach (var (scene, orchestrator, turns) in kept.Scenes)
        {
            var played = new Played(release[orchestrator]);
            foreach (var (number, turn) in turns.Index())
            {
                var (now, then) = (KeptHistory.Text(played.Tell(turn.Told).Asked), KeptHistory.Text(turn.Asked.Select(asked => MovedOn(asked, version))));
                if (now != then)
                {
                    yield return $"{scene}, turn {number + 1}: asked for {then}, and asks now for {now}";
                    break;
                }
            }
        }
    }

    private static OrchestratorAction MovedOn(OrchestratorAction asked, string version)
    {
        var moved = asked.Clone();
        if (moved.CompleteOrchestration is { NewVersion: not null } anew)
        {
            anew.NewVersion = version;
        }

        return moved;
    }
}
