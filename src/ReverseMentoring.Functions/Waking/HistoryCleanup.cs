using Microsoft.DurableTask.Client;

namespace ReverseMentoring.Functions.Waking;

/// <summary>Purges the histories of instances that are over, once a day: what has happened stands in rows and logs, not there.</summary>
public static class HistoryCleanup
{
    /// <summary>Since they began: Durable knows no filter by their end.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>A part of the sweep and no timer of its own: each timer's lease costs more than all of a cohort's rows.</summary>
    public static bool IsDue(DateTimeOffset now) => now is { Hour: 3, Minute: < 5 };

    public static Task Purge(DurableTaskClient client, DateTimeOffset now, CancellationToken cancel) => client.PurgeAllInstancesAsync(
        new PurgeInstancesFilter(
            CreatedFrom: DateTimeOffset.UnixEpoch,
            CreatedTo: now - Kept,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]),
        cancel);
}
