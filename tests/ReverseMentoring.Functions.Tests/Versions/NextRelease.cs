using Microsoft.DurableTask;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>
/// A release after today's that keeps the rule at <see cref="Generation.Version"/>: it asks for an activity more before each
/// step, has raised the version for that, and lets what was begun before ask for what it asked.
/// </summary>
internal static class NextRelease
{
    public const string Version = "2";

    public static async Task Cohort(TaskOrchestrationContext context, CohortGeneration generation)
    {
        await LookAround(context, generation.Cohort.Value);
        var outcome = await Generation.Step(
            context, PhaseActivities.ActivityOf(generation.Phase), ProcessId.OfCohort(generation.Cohort).Name, generation.Phase, generation.Failures);
        await GoOn(context, outcome, generation with { Phase = outcome.Phase ?? generation.Phase, Failures = outcome.Failures });
    }

    public static async Task OfProcess(TaskOrchestrationContext context, string activity, ProcessGeneration generation)
    {
        await LookAround(context, generation.Process);
        var outcome = await Generation.Step(context, activity, generation.Process, null, generation.Failures);
        await GoOn(context, outcome, generation with { Failures = outcome.Failures });
    }

    private static async Task LookAround(TaskOrchestrationContext context, string where)
    {
        if (context.CompareVersionTo(Version) >= 0)
        {
            await context.CallActivityAsync<bool>(OldRelease.LookedAround, where);
        }
    }

    private static async Task GoOn(TaskOrchestrationContext context, StepOutcome outcome, object generation)
    {
        if (!outcome.Ended)
        {
            await Generation.Wait(context, outcome.WakeAt);
            context.ContinueAsNew(new ContinueAsNewOptions { NewInput = generation, PreserveUnprocessedEvents = false, NewVersion = Version });
        }
    }
}
