using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Waking;

/// <summary>The durable instances of processes: each bears its process's name.</summary>
/// <param name="patience">Null: as usual.</param>
public sealed partial class Instances(IStore store, DueRows due, ILogger<Instances> log, Patience? patience = null)
{
    /// <summary>Wakes the instance that runs, or starts the one that is missing, ended or failed. One that runs is never replaced.</summary>
    public async Task Wake(DurableTaskClient client, ProcessId process, CancellationToken cancel)
    {
        var found = await client.GetInstanceAsync(process.Name, getInputsAndOutputs: false, cancel);
        if (found is not null && Runs(found.RuntimeStatus))
        {
            await client.RaiseEventAsync(process.Name, Generation.WakeEvent, null, cancel);
            return;
        }

        await Start(client, process, found?.RuntimeStatus, cancel);
    }

    /// <summary>
    /// Ends the instance that runs and yet does not come on, with its history, and starts it anew. One that does not end in time
    /// loses its history all the same: it may be of a newer release that was rolled back, and no worker that is left takes its
    /// messages, not even that it is to end.
    /// </summary>
    public async Task Renew(DurableTaskClient client, ProcessId process, CancellationToken cancel)
    {
        var found = await client.GetInstanceAsync(process.Name, getInputsAndOutputs: false, cancel);
        if (found is null || !Runs(found.RuntimeStatus))
        {
            await Start(client, process, found?.RuntimeStatus, cancel);
            return;
        }

        await client.TerminateInstanceAsync(process.Name, cancel);
        await WaitForEnd(client, process, cancel);
        await client.PurgeInstanceAsync(process.Name, cancel);
        Renewed(log, process.Name, found.RuntimeStatus);
        await Start(client, process, null, cancel);
    }

    internal static bool Runs(OrchestrationRuntimeStatus status) => status is not
        (OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated);

    private async Task WaitForEnd(DurableTaskClient client, ProcessId process, CancellationToken cancel)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waiting.CancelAfter((patience ?? Patience.Usual).Ends);
        try
        {
            await client.WaitForInstanceCompletionAsync(process.Name, getInputsAndOutputs: false, waiting.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            NotEnded(log, process.Name);
        }
    }

    private async Task Start(DurableTaskClient client, ProcessId process, OrchestrationRuntimeStatus? before, CancellationToken cancel)
    {
        if (await IsErased(process, cancel))
        {
            // A wake from before the erasure. Nothing is left that could take a step, and nothing that is to come.
            await due.Finish(await due.Begin(process, cancel), null, cancel);
            return;
        }

        if (before is OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated)
        {
            StartedAnew(log, process.Name, before.Value);
        }

        var (orchestrator, input) = await Start(process, cancel);
        var once = new StartOrchestrationOptions(process.Name).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, once, cancel);
    }

    private async Task<bool> IsErased(ProcessId process, CancellationToken cancel) =>
        process.Kind is ProgrammeProcesses.CohortKind or ProgrammeProcesses.MeetingKind && await State(process.Cohort, cancel) is { Status: CycleStatus.Erased };

    private async Task<(TaskName Orchestrator, object Input)> Start(ProcessId process, CancellationToken cancel) => process.Kind switch
    {
        ProgrammeProcesses.CohortKind => (nameof(CohortOrchestrator), new CohortGeneration(process.Cohort, await Phase(process.Cohort, cancel))),
        ProgrammeProcesses.MeetingKind => (nameof(MeetingOrchestrator), new ProcessGeneration(process.Name)),
        ProgrammeProcesses.OutboxKind => (nameof(OutboxOrchestrator), new ProcessGeneration(process.Name)),
        ProgrammeProcesses.DraftKind => (nameof(DraftOrchestrator), new ProcessGeneration(process.Name)),
        _ => throw new ArgumentException($"'{process}' has no orchestrator.", nameof(process)),
    };

    private async Task<string> Phase(CohortId cohort, CancellationToken cancel) =>
        (await State(cohort, cancel))?.Phase ?? PhaseNames.Preparation;

    private async Task<CycleState?> State(CohortId cohort, CancellationToken cancel) => (await store.ReadState(cohort, cancel))?.Value;

    [LoggerMessage(202, LogLevel.Error, "The orchestration of {Process} was found {Status} and is started anew")]
    private static partial void StartedAnew(ILogger log, string process, OrchestrationRuntimeStatus status);

    [LoggerMessage(205, LogLevel.Warning, "The orchestration of {Process} was {Status} and did not come on: it is started anew")]
    private static partial void Renewed(ILogger log, string process, OrchestrationRuntimeStatus status);

    [LoggerMessage(208, LogLevel.Warning, "The orchestration of {Process} does not end: its history goes all the same")]
    private static partial void NotEnded(ILogger log, string process);
}
