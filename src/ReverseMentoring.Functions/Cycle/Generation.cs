using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Cycle;

/// <summary>
/// The one shape that all orchestrators have: a step by its activity, the effects that it asks for, one wait, and all
/// anew. Nothing is replayed across more than one wait, and all that counts is in rows: an instance may be lost, ended or
/// started anew at any time, and goes on from there.
/// </summary>
internal static class Generation
{
    /// <summary>
    /// Of the orchestrators, raised whenever what one of them asks for changes, or the order of it. An instance that is in
    /// flight is replayed by the code that it was begun with, which stays beside the new one, behind
    /// <c>context.CompareVersionTo(Version)</c>, until each instance has come to its next generation: that has the new version.
    /// New instances get the same from host.json (<c>defaultVersion</c>), by which no older worker takes a newer one. What each
    /// version asks for is kept beside the tests (Versions/Kept), which tell where this was forgotten.
    /// </summary>
    public const string Version = "1";

    /// <summary>The event that ends a wait early.</summary>
    public const string WakeEvent = "wake";

    /// <summary>The activity that wakes the processes of a step's effects, by its name: it stands above, with the instances.</summary>
    public const string WakeActivity = "WakeProcesses";

    /// <summary>Starts in flight at most.</summary>
    public const int InFlight = 50;

    private const int LongestPauseInMinutes = 60;

    /// <summary>A wake may be asked for again: each of them finds what the one before did.</summary>
    private static readonly TaskOptions TryAgain = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 4, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 3));

    /// <summary>One step with its effects. One that fails is tried again: a minute later, then ever later, up to an hour.</summary>
    public static async Task<StepOutcome> Step(
        TaskOrchestrationContext context, string activity, string process, string? phase, int failures)
    {
        try
        {
            var outcome = await context.CallActivityAsync<StepOutcome>(activity, process);
            foreach (var some in outcome.Starts.Chunk(InFlight))
            {
                await context.CallActivityAsync(WakeActivity, some, TryAgain);
            }

            return outcome;
        }
        catch (TaskFailedException)
        {
            // Whatever failed has logged why; here it is only decided when to try again.
            var pause = Math.Min(LongestPauseInMinutes, 1 << Math.Min(failures, 6));
            return new(context.CurrentUtcDateTime.AddMinutes(pause), phase, Ended: false, Starts: []) { Failures = failures + 1 };
        }
    }

    /// <summary>One generation of a pair, a circle or a draft, of which there is none after its end.</summary>
    public static async Task UntilEnd(TaskOrchestrationContext context, string activity, ProcessGeneration generation)
    {
        var outcome = await Step(context, activity, generation.Process, null, generation.Failures);
        context.SetCustomStatus(new Progress(outcome.Phase, null, outcome.Failures));
        if (outcome.Ended)
        {
            return;
        }

        await Wait(context, outcome.WakeAt);
        Again(context, generation with { Failures = outcome.Failures });
    }

    /// <summary>Waits for the moment or for whoever wakes the process, whichever comes first, and cancels the other.</summary>
    public static async Task Wait(TaskOrchestrationContext context, DateTimeOffset? until)
    {
        if (until?.UtcDateTime <= context.CurrentUtcDateTime)
        {
            return;
        }

        using var loser = new CancellationTokenSource();
        var woken = context.WaitForExternalEvent<object?>(WakeEvent, loser.Token);
        if (until is { } moment)
        {
            await Task.WhenAny(woken, context.CreateTimer(moment.UtcDateTime, loser.Token));
        }
        else
        {
            await woken;
        }

        loser.Cancel();
    }

    /// <summary>
    /// All anew. Wakes that came meanwhile are dropped: whoever wakes has stored why before, and the step that follows
    /// sees it. So a hundred wakes make one step.
    /// </summary>
    public static void Again(TaskOrchestrationContext context, object input) =>
        context.ContinueAsNew(new ContinueAsNewOptions { NewInput = input, PreserveUnprocessedEvents = false, NewVersion = Version });
}
