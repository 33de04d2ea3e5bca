namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>
/// One run of the process, from a start to a stop. Once it has stopped, nothing that it asks for is ever answered: no line after
/// that runs, no handler and no clean-up either, as when a machine loses its power.
/// </summary>
internal sealed class Life
{
    private readonly TaskCompletionSource stopped = new();

    public Task Stopped => stopped.Task;

    public bool IsOver => stopped.Task.IsCompleted;

    public void Stop() => stopped.TrySetResult();

    /// <summary>Never ends.</summary>
    public static Task Forever { get; } = new TaskCompletionSource().Task;
}
