using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Processes;

/// <summary>Runs one step of one process and keeps its due row right, whichever host asks for it.</summary>
public sealed partial class ProcessRunner(
    IEnumerable<IProcess> processes, DueRows due, Wakes wakes, TimeProvider clock, ILogger<ProcessRunner> log)
{
    /// <summary>How often a step that met a concurrent change decides anew before it leaves that to the next wake.</summary>
    private const int Tries = 5;

    private readonly Dictionary<string, IProcess> byKind = processes.ToDictionary(process => process.Kind);

    /// <summary>One step, and a wake for each process that it starts. A step that fails is tried again later, and reported as failed to the caller.</summary>
    public async Task<Next> Run(ProcessId process, CancellationToken cancel = default)
    {
        var next = await Advance(process, cancel);
        foreach (var started in next.Starts)
        {
            await wakes.Wake(started, cancel);
        }

        return next;
    }

    /// <summary>One step; the caller wakes <see cref="Next.Starts"/>, as many at once as it can bear.</summary>
    public async Task<Next> Advance(ProcessId process, CancellationToken cancel = default)
    {
        var turn = await due.Begin(process, cancel);
        try
        {
            var next = await Step(process, cancel);
            await due.Finish(turn, next.WakeAt, cancel);
            return next;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            StepFailed(log, process.Name, failure);
            await due.Fail(turn, clock.GetUtcNow(), cancel);
            throw;
        }
    }

    private async Task<Next> Step(ProcessId process, CancellationToken cancel)
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

    [LoggerMessage(100, LogLevel.Error, "A step of {Process} failed")]
    private static partial void StepFailed(ILogger log, string process, Exception failure);

    [LoggerMessage(101, LogLevel.Debug, "Step {Attempt} of {Process} met a concurrent change and decides anew")]
    private static partial void StepMetAnother(ILogger log, string process, int attempt);
}
