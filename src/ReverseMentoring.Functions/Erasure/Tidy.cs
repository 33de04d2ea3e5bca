using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.Functions.Erasure;

/// <summary>Once a day, purges the histories of instances that are over: what has happened stands in rows, not there.</summary>
public sealed class Tidy(TimeProvider clock)
{
    /// <summary>Somebody may want to look at one that failed last night.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    [Function(nameof(Tidy))]
    public Task Run([TimerTrigger("0 17 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(
                CreatedFrom: DateTimeOffset.UnixEpoch,
                CreatedTo: clock.GetUtcNow() - Kept,
                Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]),
            cancel);
}
