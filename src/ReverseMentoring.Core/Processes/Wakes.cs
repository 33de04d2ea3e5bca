namespace ReverseMentoring.Core.Processes;

/// <summary>
/// How a request asks for a step: it announces it, stores, and then has it come now. Whoever stops in between, or fails to say so, has
/// announced it: the step comes a minute later all the same, and finds what was stored.
/// </summary>
public sealed class Wakes(DueRows due, IWakeSignal signal, TimeProvider clock)
{
    /// <summary>Longer than a request takes from here to its last write.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    /// <summary>Before anything is stored that the process is to see.</summary>
    public Task<AnnouncedWake> Announce(ProcessId process, CancellationToken cancel = default) => Announce([process], cancel);

    /// <inheritdoc cref="Announce(ProcessId, CancellationToken)"/>
    public async Task<AnnouncedWake> Announce(IReadOnlyCollection<ProcessId> processes, CancellationToken cancel = default)
    {
        var at = clock.GetUtcNow() + Later;
        foreach (var process in processes)
        {
            await due.Wake(process, at, cancel);
        }

        return new(processes, WakeNow);
    }

    private async Task WakeNow(ProcessId process, CancellationToken cancel)
    {
        await due.Wake(process, clock.GetUtcNow(), cancel);
        await signal.Woken(process, cancel);
    }
}
