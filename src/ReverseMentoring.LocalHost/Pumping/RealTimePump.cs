using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.LocalHost.Pumping;

/// <summary>
/// Pumps for as long as the host runs, on the real clock. A store that can't be read or written ends nothing: it is tried again, and
/// whoever looks after the host reads it in the log and at <c>/ready</c>.
/// </summary>
internal sealed partial class RealTimePump(Pump pump, DueRows due, WakeSignal signal, TimeProvider clock, ILogger<RealTimePump> log) : BackgroundService
{
    /// <summary>However far off the next row is, it is looked for this often: the machine may sleep, the clock may jump.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>What is still due after a run could not even be put off.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private bool hasBegun;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.Wait(await Run(stoppingToken), stoppingToken);
        }
    }

    /// <returns>When to run again, if nobody rouses it.</returns>
    private async Task<TimeSpan> Run(CancellationToken cancel)
    {
        try
        {
            if (!hasBegun)
            {
                // Whoever stopped before may have queued a mail and not come to say so.
                await due.Wake(ProcessId.Outbox, clock.GetUtcNow(), cancel);
                hasBegun = true;
            }

            await pump.RunDue(cancel);
            var next = await due.Earliest(cancel) - clock.GetUtcNow() ?? Longest;
            return next < Shortest ? Shortest : next < Longest ? next : Longest;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            Failed(log, FailureTrail.Describe(failure));
            return AfterFailure;
        }
    }

    [LoggerMessage(340, LogLevel.Error, "What is due can't be read; it is tried again in seconds: {Trail}")]
    private static partial void Failed(ILogger log, string trail);
}
