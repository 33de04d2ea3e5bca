using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Waking;

namespace ReverseMentoring.Functions.Cycle;

public sealed class WakeActivities(Wakes wakes, DurableClients clients)
{
    /// <summary>Asks for a step of each process, and starts those instances that are missing; all at once.</summary>
    [Function(nameof(WakeProcesses))]
    public Task WakeProcesses([ActivityTrigger] string[] processes, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        clients.Use(client);
        return Parallel.ForEachAsync(
            processes,
            new ParallelOptions { MaxDegreeOfParallelism = Generation.InFlight, CancellationToken = cancel },
            async (process, stop) => await wakes.Wake(ProcessId.Parse(process), stop));
    }
}
