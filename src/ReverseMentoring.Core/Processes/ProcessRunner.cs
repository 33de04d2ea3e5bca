using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Processes;

/// <summary>Runs one step of one process and keeps its due row right, whichever host asks for it.</summary>
public sealed partial class ProcessRunner(
    IEnumerable<IProcess> processes, DueRows due, IWakeSignal signal, TimeProvider clock, ILogger<ProcessRunner> log)
{
    /// <summary>Due rows that are written at once.</summary>
    private const int AtOnce = 16;

    /// <summary>How often a step that met a concurrent change decides anew before it leaves that to the next wake.</summary>
    private const int Tries = 5;

    private readonly Dictionary<string, IProcess> byKind = processes.ToDictionary(process => process.Kind);

    /// <summary>One step, and a wake for each process that it starts. A step that fails is tried again later, and reported as failed to the caller.</summary>
    public async Task<StepResult> Run(ProcessId process, CancellationToken cancel = default)
    {
        var result = await Advance(process, cancel);
        foreach (var started in result.Starts)
        {
            await signal.Woken(started, cancel);
        }

        return result;
    }

    /// <summary>
    /// One step. <see cref="StepResult.Starts"/> are due then, whatever becomes of the caller, who may signal to them as many at
    /// once as it can bear.
    /// </summary>
    public async Task<StepResult> Advance(ProcessId process, CancellationToken cancel = default)
    {
        using var activity = StepTelemetry.Begin(process);
        var (lease, began) = (await due.Begin(process, cancel), clock.GetTimestamp());
        StepTelemetry.Came(process, clock.GetUtcNow() - lease.Pending?.Value.At);
        try
        {
            var result = await Step(process, cancel);
            var now = clock.GetUtcNow();
            await SideBySide.ForEach(result.Starts.Distinct(), AtOnce, async (started, stop) => await due.Wake(started, now, stop), cancel);
            await due.Finish(lease, result.WakeAt, cancel);
            StepTelemetry.Done(activity, process, result, clock.GetElapsedTime(began));
            StepDone(log, process.Name, result.Phase, result.WakeAt);
            return result;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            StepTelemetry.Failed(activity, process, failure, clock.GetElapsedTime(began));
            StepFailed(log, process.Name, FailureTrail.Describe(failure));
            await due.Fail(lease, clock.GetUtcNow(), cancel);
            throw;
        }
    }

    private async Task<StepResult> Step(ProcessId process, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await byKind[process.Kind].Step(process, cancel);
            }
            catch (StoreConflictException) when (attempt < Tries)
            {
                StepMetAnother(log, process.Name, attempt);
            }
        }
    }

    [LoggerMessage(100, LogLevel.Error, "A step of {Process} failed: {Trail}")]
    private static partial void StepFailed(ILogger log, string process, string trail);

    [LoggerMessage(101, LogLevel.Debug, "Step {Attempt} of {Process} met a concurrent change and decides anew")]
    private static partial void StepMetAnother(ILogger log, string process, int attempt);

    [LoggerMessage(102, LogLevel.Information, "A step of {Process} is done: {Phase}, next at {WakeAt:u}")]
    private static partial void StepDone(ILogger log, string process, string? phase, DateTimeOffset? wakeAt);
}
