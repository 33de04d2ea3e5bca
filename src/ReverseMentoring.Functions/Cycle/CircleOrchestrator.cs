using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Cycle;

/// <summary>A circle's sessions. Each circle is an instance of its own, as each pair is.</summary>
public static class CircleOrchestrator
{
    [Function(nameof(CircleOrchestrator))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ProcessGeneration generation) =>
        Generation.OfMeeting(context, nameof(CircleActivities.AdvanceCircle), generation);
}
