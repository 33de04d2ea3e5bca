using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Functions.Cycle;

/// <param name="Cohort">The cohort's id.</param>
/// <param name="Phase">The phase that it is in, as the core named it.</param>
/// <param name="Failures">Steps that failed in a row.</param>
public sealed record CohortGeneration(CohortId Cohort, string Phase, int Failures = 0);

/// <summary>A cohort's cycle, from the call for topics to erasure; one generation for each wait. Instance id: the process's name.</summary>
public static class CohortOrchestrator
{
    [Function(nameof(CohortOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CohortGeneration generation)
    {
        context.SetCustomStatus(new Progress(generation.Phase, null, generation.Failures));
        var outcome = await Generation.Step(
            context, PhaseActivities.ActivityOf(generation.Phase), ProcessId.OfCohort(generation.Cohort).Name, generation.Phase, generation.Failures);
        context.SetCustomStatus(new Progress(outcome.Phase, outcome.Counts, outcome.Failures));
        if (outcome.Ended)
        {
            return;
        }

        await Generation.Wait(context, outcome.WakeAt);
        Generation.Again(context, generation with { Phase = outcome.Phase ?? generation.Phase, Failures = outcome.Failures });
    }
}
