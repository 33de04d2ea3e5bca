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

    /// <summary>Never ends. Each is another: whoever waits for one that nobody holds is forgotten with it, where a shared one would hold all lives of all simulations.</summary>
    public static Task Forever => new TaskCompletionSource().Task;
}
