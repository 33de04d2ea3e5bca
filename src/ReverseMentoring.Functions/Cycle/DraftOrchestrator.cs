using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Cycle;

/// <summary>A draft of a start until it is old: one wait, then it is gone.</summary>
public static class DraftOrchestrator
{
    [Function(nameof(DraftOrchestrator))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ProcessGeneration generation) =>
        Generation.UntilEnd(context, nameof(DraftActivities.AgeDraft), generation);
}
