using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.LocalHost.Pumping;

/// <summary>Looks for mails that came back, for as long as the host runs.</summary>
internal sealed class ReturnedMailsPump(ReturnedMails returned) : BackgroundService
{
    /// <summary>As often as the Azure host does.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await returned.Look(stoppingToken);
            await Task.Delay(Every, stoppingToken);
        }
    }
}
