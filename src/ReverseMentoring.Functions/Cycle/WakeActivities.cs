using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Waking;

namespace ReverseMentoring.Functions.Cycle;

public sealed class WakeActivities(IWakeSignal signal, DurableClients clients)
{
    /// <summary>Wakes the instance of each process, and starts those that are missing; all at once. They are due already: the step saw to it.</summary>
    [Function(nameof(WakeProcesses))]
    public Task WakeProcesses([ActivityTrigger] string[] processes, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        clients.Use(client);
        return Parallel.ForEachAsync(
            processes,
            new ParallelOptions { MaxDegreeOfParallelism = Generation.InFlight, CancellationToken = cancel },
            async (process, stop) => await signal.Woken(ProcessId.Parse(process), stop));
    }
}
