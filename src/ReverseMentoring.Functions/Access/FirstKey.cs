using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Access;

/// <summary>Takes the manager's key that the deployment made: the deployment tells its hash only.</summary>
internal sealed partial class FirstKey(ManagerKeys keys, (string Id, string Hash) key, ILogger<FirstKey> log) : BackgroundService
{
    /// <summary>Rights on the storage of a new deployment take minutes to arrive.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await Adopt(stoppingToken))
        {
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task<bool> Adopt(CancellationToken cancel)
    {
        try
        {
            await keys.Adopt("deployment", key.Id, key.Hash, cancel);
            return true;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            NotYet(log, FailureTrail.Describe(failure));
            return false;
        }
    }

    [LoggerMessage(204, LogLevel.Warning, "The manager's first key could not be stored yet: {Trail}")]
    private static partial void NotYet(ILogger log, string trail);
}
