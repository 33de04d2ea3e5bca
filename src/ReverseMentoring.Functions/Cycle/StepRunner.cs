using Azure;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Functions.Cycle;

/// <summary>Runs one step of the core for an activity.</summary>
public sealed class StepRunner(ProcessRunner runner, IStore store)
{
    /// <exception cref="StepFailedException">The step failed. The runner has logged why.</exception>
    public async Task<StepOutcome> Run(string process, CancellationToken cancel)
    {
        try
        {
            var result = await runner.Advance(ProcessId.Parse(process), cancel);
            return new(result.WakeAt, result.Phase, result.Ended, [.. result.Starts.Select(started => started.Name)]);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            throw new StepFailedException(process, Kind(failure));
        }
    }

    /// <summary>The same, with how many were asked and have answered in the phase that the cohort is in then.</summary>
    public async Task<StepOutcome> RunCohort(string process, CancellationToken cancel)
    {
        var outcome = await Run(process, cancel);
        var partition = Rows.Partition(ProcessId.Parse(process).Cohort);
        if (await store.Read<CycleState>(partition, Rows.State, cancel) is not { Value: var state })
        {
            return outcome;
        }

        var answers = await store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(state.Phase)), cancel).CountAsync(cancel);
        return outcome with { Counts = new(state.Invited, answers) };
    }

    /// <summary>A service's own code says more than the type, and no more than that.</summary>
    private static string Kind(Exception failure) => failure is RequestFailedException { Status: var status, ErrorCode: var code }
        ? $"{nameof(RequestFailedException)} {status} {code}"
        : failure.GetType().Name;
}

/// <summary>
/// A step failed. What an activity throws stays in Durable's history, so this says no more than which step and what kind
/// of failure: messages may hold names and addresses.
/// </summary>
public sealed class StepFailedException(string process, string kind) : Exception($"A step of {process} failed: {kind}.");
