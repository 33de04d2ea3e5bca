using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Waking;

public sealed class WakeActivities(Instances instances)
{
    /// <summary>Wakes the instance of each process, and starts those that are missing; all at once. They are due already: the step saw to it.</summary>
    [Function(Generation.WakeActivity)]
    public Task WakeProcesses([ActivityTrigger] string[] processes, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        Parallel.ForEachAsync(
            processes,
            new ParallelOptions { MaxDegreeOfParallelism = Generation.InFlight, CancellationToken = cancel },
            async (process, stop) => await instances.Wake(client, ProcessId.Parse(process), stop));
}
