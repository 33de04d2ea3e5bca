namespace ReverseMentoring.Core.Processes;

/// <summary>Steps that were announced: they come, whatever becomes of the caller.</summary>
public sealed class AnnouncedWake
{
    private readonly IReadOnlyCollection<ProcessId> processes;
    private readonly Func<ProcessId, CancellationToken, Task> wake;

    internal AnnouncedWake(IReadOnlyCollection<ProcessId> processes, Func<ProcessId, CancellationToken, Task> wake) => (this.processes, this.wake) = (processes, wake);

    /// <summary>All is stored: they come now.</summary>
    public async Task Now(CancellationToken cancel = default)
    {
        foreach (var process in processes)
        {
            await wake(process, cancel);
        }
    }
}
