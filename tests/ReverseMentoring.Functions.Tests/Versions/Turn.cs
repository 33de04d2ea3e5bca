using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>One turn of an orchestration.</summary>
/// <param name="Told">What Durable told: that it begins, what an activity said, that a timer fired, that somebody wakes it.</param>
/// <param name="Asked">What the orchestrator asked for then.</param>
internal sealed record Turn(IReadOnlyList<HistoryEvent> Told, IReadOnlyList<OrchestratorAction> Asked)
{
    /// <summary>The turn as it stands in the history that the next one is replayed from.</summary>
    public IEnumerable<HistoryEvent> History => [.. Told, .. Asked.Select(Noted).OfType<HistoryEvent>(), At(new() { EventId = -1, OrchestratorCompleted = new() })];

    private Timestamp Now => Told[0].Timestamp;

    /// <summary>Null for the end, after which no turn comes.</summary>
    private HistoryEvent? Noted(OrchestratorAction asked) => asked.OrchestratorActionTypeCase switch
    {
        OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask => At(new()
        {
            EventId = asked.Id,
            TaskScheduled = new() { Name = asked.ScheduleTask.Name, Version = asked.ScheduleTask.Version, Input = asked.ScheduleTask.Input },
        }),
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer => At(new() { EventId = asked.Id, TimerCreated = new() { FireAt = asked.CreateTimer.FireAt } }),
        OrchestratorAction.OrchestratorActionTypeOneofCase.CompleteOrchestration => null,
        var other => throw new NotSupportedException($"No orchestrator has asked for {other} yet: say here how Durable notes it."),
    };

    private HistoryEvent At(HistoryEvent noted)
    {
        noted.Timestamp = Now;
        return noted;
    }
}
