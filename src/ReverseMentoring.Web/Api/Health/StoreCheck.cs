using System.Security.Cryptography;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Api.Health;

/// <summary>Whether the store takes something and gives it back: a full disk still reads, and without writing nothing can be served.</summary>
internal sealed class StoreCheck(IStore store) : IHealthCheck
{
    private const string Partition = "health";

    private const string Key = "last";

    private readonly Lock gate = new();
    private Task<HealthCheckResult>? underWay;

    /// <summary>Anybody may ask, and a write costs: those who ask at the same time hear the same.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (underWay is null or { IsCompleted: true })
            {
                underWay = Task.Run(CheckStore, CancellationToken.None);
            }

            return underWay.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthCheckResult> CheckStore()
    {
        try
        {
            var sign = new Sign(RandomNumberGenerator.GetHexString(16));
            await store.Write(Partition, [Documents.Put(Key, sign)]);

            // Another instance may have written between the two: any sign will do.
            return await store.Read<Sign>(Partition, Key) is not null
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The store lost what it took.");
        }
        catch (Exception failure)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", failure);
        }
    }

    [Kept(Key, KeptFor.Running, ReadBy.Nobody, KeptUntil.Stays)]
    private sealed record Sign(string Value);
}
