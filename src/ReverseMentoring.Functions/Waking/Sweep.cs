using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Erasure;

namespace ReverseMentoring.Functions.Waking;

/// <summary>
/// Finds what is overdue, whatever became of its timer, event or instance, and wakes it or starts it anew. An instance
/// that is missing or failed is one that is overdue sooner or later.
/// </summary>
public sealed partial class Sweep(DueRows due, IWakeSignal signal, DurableClients clients, TimeProvider clock, ILogger<Sweep> log)
{
    /// <summary>What became due just now is under way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Overdue for so long, a process has not come on although it was woken: somebody should look.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(20);

    [Function(nameof(Sweep))]
    public async Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        clients.Use(client);
        var now = clock.GetUtcNow();
        await Parallel.ForEachAsync(
            due.Overdue(now - Grace, cancel),
            new ParallelOptions { MaxDegreeOfParallelism = Generation.InFlight, CancellationToken = cancel },
            async (overdue, stop) =>
            {
                if (now - overdue.At > Stuck)
                {
                    ProcessStuck(log, overdue.Process.Kind, overdue.Process.Name, (int)(now - overdue.At).TotalMinutes);
                }

                await signal.Woken(overdue.Process, stop);
            });
        if (Tidying.IsDue(now))
        {
            await Tidying.Purge(client, now, cancel);
        }
    }

    [LoggerMessage(201, LogLevel.Error, "The {Kind} process {Process} is overdue by {Minutes} minutes")]
    private static partial void ProcessStuck(ILogger log, string kind, string process, int minutes);
}
