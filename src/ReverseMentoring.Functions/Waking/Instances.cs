using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Waking;

/// <summary>The durable instances of processes: each bears its process's name.</summary>
public sealed partial class Instances(IStore store, ILogger<Instances> log)
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

        if (found is { RuntimeStatus: OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated })
        {
            StartedAnew(log, process.Name, found.RuntimeStatus);
        }

        var (orchestrator, input) = await Start(process, cancel);
        var once = new StartOrchestrationOptions(process.Name).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, once, cancel);
    }

    internal static bool Runs(OrchestrationRuntimeStatus status) => status is not
        (OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated);

    private async Task<(TaskName Orchestrator, object Input)> Start(ProcessId process, CancellationToken cancel) => process.Kind switch
    {
        ProcessId.CohortKind => (nameof(CohortOrchestrator), new CohortGeneration(process.Cohort, await Phase(process.Cohort, cancel))),
        ProcessId.MeetingKind => (nameof(MeetingOrchestrator), new ProcessGeneration(process.Name)),
        ProcessId.OutboxKind => (nameof(OutboxOrchestrator), new ProcessGeneration(process.Name)),
        _ => throw new ArgumentException($"'{process}' has no orchestrator.", nameof(process)),
    };

    private async Task<string> Phase(string cohort, CancellationToken cancel) =>
        (await store.Read<CycleState>(Rows.Partition(cohort), Rows.State, cancel))?.Value.Phase ?? PhaseNames.Preparation;

    [LoggerMessage(202, LogLevel.Error, "The orchestration of {Process} was found {Status} and is started anew")]
    private static partial void StartedAnew(ILogger log, string process, OrchestrationRuntimeStatus status);
}
