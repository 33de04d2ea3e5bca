using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Waking;

/// <summary>
/// Finds what is overdue, whatever became of its timer, event or instance, and wakes it, or starts it anew where it is
/// missing, failed, or does not come on. Each of these is overdue sooner or later. Then mails that came back are looked for,
/// where they come back by mail.
/// </summary>
public sealed partial class Sweep(
    DueRows due, IWakeSignal signal, Instances instances, DurableClients clients, Patience patience, TimeProvider clock, ILogger<Sweep> log,
    ReturnedMails? returned = null)
{
    [Function(nameof(Sweep))]
    public async Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        clients.Use(client);
        var (now, count) = (clock.GetUtcNow(), 0);
        await Parallel.ForEachAsync(
            due.Overdue(now - patience.Grace, cancel),
            new ParallelOptions { MaxDegreeOfParallelism = Generation.InFlight, CancellationToken = cancel },
            async (overdue, stop) =>
            {
                Interlocked.Increment(ref count);
                await Mend(client, overdue.Process, now - overdue.At, stop);
            });
        if (HistoryCleanup.IsDue(now))
        {
            await HistoryCleanup.Purge(client, now, cancel);
        }

        Swept(log, count);
        if (returned is not null)
        {
            // A part of the sweep and no timer of its own, as with the histories.
            await returned.Look(cancel);
        }
    }

    private async Task Mend(DurableTaskClient client, ProcessId process, TimeSpan late, CancellationToken cancel)
    {
        if (late > patience.Stuck)
        {
            ProcessStuck(log, process.Kind, process.Name, (int)late.TotalMinutes);
        }

        if (late <= patience.Lost)
        {
            await signal.Woken(process, cancel);
            return;
        }

        try
        {
            await instances.Renew(client, process, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            NotRenewed(log, process.Name, FailureTrail.Describe(failure));
        }
    }

    [LoggerMessage(201, LogLevel.Error, "The {Kind} process {Process} is overdue by {Minutes} minutes")]
    private static partial void ProcessStuck(ILogger log, string kind, string process, int minutes);

    [LoggerMessage(206, LogLevel.Warning, "{Process} could not be started anew and waits for the next sweep: {Trail}")]
    private static partial void NotRenewed(ILogger log, string process, string trail);

    [LoggerMessage(207, LogLevel.Information, "The sweep found {Overdue} overdue")]
    private static partial void Swept(ILogger log, int overdue);
}
