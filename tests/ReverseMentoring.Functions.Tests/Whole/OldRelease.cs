using Microsoft.DurableTask;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Tests.Whole;

/// <summary>
/// A release before today's, as far as histories show: it asked for an activity more before each step, and waited for
/// another event beside its timer. What it left behind can't be replayed by today's code.
/// </summary>
internal static class OldRelease
{
    public const string LookedAround = nameof(LookedAround);

    public static async Task Cohort(TaskOrchestrationContext context, CohortGeneration generation)
    {
        await context.CallActivityAsync<bool>(LookedAround, generation.Cohort.Value);
        var outcome = await Generation.Step(
            context, PhaseActivities.ActivityOf(generation.Phase), Core.Processes.ProcessId.OfCohort(generation.Cohort).Name, generation.Phase, generation.Failures);
        if (!outcome.Ended)
        {
            await Wait(context, outcome);
            context.ContinueAsNew(generation with { Phase = outcome.Phase ?? generation.Phase, Failures = outcome.Failures }, preserveUnprocessedEvents: false);
        }
    }

    public static async Task OfProcess(TaskOrchestrationContext context, string activity, ProcessGeneration generation)
    {
        await context.CallActivityAsync<bool>(LookedAround, generation.Process);
        var outcome = await Generation.Step(context, activity, generation.Process, null, generation.Failures);
        if (!outcome.Ended)
        {
            await Wait(context, outcome);
            context.ContinueAsNew(generation with { Failures = outcome.Failures }, preserveUnprocessedEvents: false);
        }
    }

    private static async Task Wait(TaskOrchestrationContext context, StepOutcome outcome)
    {
        using var loser = new CancellationTokenSource();
        var woken = context.WaitForExternalEvent<object?>(Generation.WakeEvent, loser.Token);
        var timer = outcome.WakeAt is { } moment && moment.UtcDateTime > context.CurrentUtcDateTime
            ? context.CreateTimer(moment.UtcDateTime, loser.Token)
            : outcome.WakeAt is null ? new TaskCompletionSource().Task : Task.CompletedTask;
        await Task.WhenAny(woken, timer, context.WaitForExternalEvent<object?>("look-again", loser.Token));
        loser.Cancel();
    }
}
