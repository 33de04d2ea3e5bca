using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Cycle;

/// <summary>Mail of all cohorts, as fast as the quota allows: it belongs to the mail service, so there is one instance.</summary>
public static class OutboxOrchestrator
{
    [Function(nameof(OutboxOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ProcessGeneration generation)
    {
        var outcome = await Generation.Step(
            context, nameof(MailActivities.SendMail), generation.Process, null, generation.Failures);
        context.SetCustomStatus(new Progress(null, null, outcome.Failures));
        await Generation.Wait(context, outcome.WakeAt);
        Generation.Again(context, generation with { Failures = outcome.Failures });
    }
}
