using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.LocalHost.Pumping;

/// <summary>Rouses the pump: there is something to do now.</summary>
public sealed class WakeSignal : IWakeSignal, IDisposable
{
    private readonly SemaphoreSlim roused = new(0, 1);

    public Task Woken(ProcessId process, CancellationToken cancel)
    {
        Rouse();
        return Task.CompletedTask;
    }

    public void Rouse()
    {
        lock (roused)
        {
            // Roused already: once is enough.
            if (roused.CurrentCount == 0)
            {
                roused.Release();
            }
        }
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancel) => roused.WaitAsync(atMost, cancel);

    public void Dispose() => roused.Dispose();
}
