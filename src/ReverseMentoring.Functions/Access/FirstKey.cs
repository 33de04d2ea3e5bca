using Microsoft.Extensions.Hosting;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Access;

/// <summary>Takes the manager's key that the deployment made: the deployment tells its hash only.</summary>
internal sealed class FirstKey(ManagerKeys keys, (string Id, string Hash) key) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => keys.Adopt("deployment", key.Id, key.Hash, stoppingToken);
}
