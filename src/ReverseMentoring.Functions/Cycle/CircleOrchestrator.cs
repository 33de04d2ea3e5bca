using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Cycle;

/// <summary>A circle's sessions. Each circle is an instance of its own, as each pair is.</summary>
public static class CircleOrchestrator
{
    [Function(nameof(CircleOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ProcessGeneration generation)
    {
        var outcome = await Generation.Step(
            context, nameof(CircleActivities.AdvanceCircle), generation.Process, null, generation.Failures);
        context.SetCustomStatus(new Progress(outcome.Phase, null, outcome.Failures));
        if (outcome.Ended)
        {
            return;
        }

        await Generation.Wait(context, outcome.WakeAt);
        Generation.Again(context, generation with { Failures = outcome.Failures });
    }
}
