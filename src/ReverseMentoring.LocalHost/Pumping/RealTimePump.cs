using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.LocalHost.Pumping;

/// <summary>Pumps for as long as the host runs, on the real clock.</summary>
internal sealed class RealTimePump(Pump pump, DueRows due, WakeSignal signal, TimeProvider clock) : BackgroundService
{
    /// <summary>However far off the next row is, it is looked for this often: the machine may sleep, the clock may jump.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await pump.RunDue(stoppingToken);
            var next = await due.Earliest(stoppingToken) - clock.GetUtcNow() ?? Longest;
            await signal.Wait(next < TimeSpan.Zero ? TimeSpan.Zero : next < Longest ? next : Longest, stoppingToken);
        }
    }
}
