using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>Something that happens to an orchestration.</summary>
internal delegate HistoryEvent Comes(OrchestratorAction open);

/// <summary>One generation of an orchestrator, and what comes in it.</summary>
internal sealed record Scene(string Orchestrator, string Name, object Input, params IReadOnlyList<Comes> Then)
{
    public static Comes TimerFires { get; } = open => new() { EventId = -1, TimerFired = new() { TimerId = open.Id, FireAt = open.CreateTimer.FireAt } };

    public static Comes Wake { get; } = _ => new() { EventId = -1, EventRaised = new() { Name = Generation.WakeEvent, Input = "null" } };

    public static Comes Fails { get; } = open => new()
    {
        EventId = -1,
        TaskFailed = new() { TaskScheduledId = open.Id, FailureDetails = new() { ErrorType = nameof(StepFailedException), ErrorMessage = "A step failed." } },
    };

    public static Comes Done { get; } = Says<object>(null);

    public static Comes Says<T>(T? result) => open => new()
    {
        EventId = -1,
        TaskCompleted = new() { TaskScheduledId = open.Id, Result = JsonSerializer.Serialize(result) },
    };

    public string Title => $"{Orchestrator} {Name}";

    public IReadOnlyList<Turn> Play(IReadOnlyDictionary<string, Func<string, string>> release)
    {
        var played = new Played(release[Orchestrator]);
        played.Tell(new HistoryEvent
        {
            EventId = -1,
            ExecutionStarted = new()
            {
                Name = Orchestrator,
                Version = Generation.Version,
                Input = JsonSerializer.Serialize(Input),
                OrchestrationInstance = new() { InstanceId = "instance", ExecutionId = "execution" },
            },
        });
        foreach (var comes in Then)
        {
            played.Tell(comes(played.Open));
        }

        return played.Turns;
    }
}
