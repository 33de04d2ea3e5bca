namespace ReverseMentoring.Core.Processes;

/// <summary>How a request asks for a step: it stores, this wakes, the process counts.</summary>
public sealed class Wakes(DueRows due, IWakeSignal signal, TimeProvider clock)
{
    public async Task Wake(ProcessId process, CancellationToken cancel = default)
    {
        await due.Wake(process, clock.GetUtcNow(), cancel);
        await signal.Woken(process, cancel);
    }
}
