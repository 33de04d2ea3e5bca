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
public sealed partial class Instances(IStore store, DueRows due, ILogger<Instances> log)
{
    /// <summary>For an instance to end: somebody must have its partition, and take the message.</summary>
    private static readonly TimeSpan EndsWithin = TimeSpan.FromMinutes(1);

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

    /// <summary>Ends the instance that runs and yet does not come on, with its history, and starts it anew.</summary>
    /// <exception cref="TimeoutException">It does not end either.</exception>
    public async Task Renew(DurableTaskClient client, ProcessId process, CancellationToken cancel)
    {
        var found = await client.GetInstanceAsync(process.Name, getInputsAndOutputs: false, cancel);
        if (found is null || !Runs(found.RuntimeStatus))
        {
            await Start(client, process, found?.RuntimeStatus, cancel);
            return;
        }

        await client.TerminateInstanceAsync(process.Name, cancel);
        await Ended(client, process, cancel);
        await client.PurgeInstanceAsync(process.Name, cancel);
        Renewed(log, process.Name, found.RuntimeStatus);
        await Start(client, process, null, cancel);
    }

    internal static bool Runs(OrchestrationRuntimeStatus status) => status is not
        (OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated);

    private static async Task Ended(DurableTaskClient client, ProcessId process, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(EndsWithin);
        try
        {
            await client.WaitForInstanceCompletionAsync(process.Name, getInputsAndOutputs: false, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"{process} has not ended in {EndsWithin}.");
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
}
