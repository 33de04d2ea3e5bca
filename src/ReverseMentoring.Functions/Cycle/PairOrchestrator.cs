using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Cycle;

/// <param name="Process">The name of the process.</param>
/// <param name="Failures">Steps that failed in a row.</param>
public sealed record ProcessGeneration(string Process, int Failures = 0);

/// <summary>A pair's confirmation and sessions. Each pair is an instance of its own, and no part of its cohort's.</summary>
public static class PairOrchestrator
{
    [Function(nameof(PairOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ProcessGeneration generation)
    {
        var outcome = await Generation.Step(
            context, nameof(PairActivities.AdvancePair), generation.Process, null, generation.Failures);
        context.SetCustomStatus(new Progress(outcome.Phase, null, outcome.Failures));
        if (outcome.Ended)
        {
            return;
        }

        await Generation.Wait(context, outcome.WakeAt);
        Generation.Again(context, generation with { Failures = outcome.Failures });
    }
}
