using Microsoft.Extensions.Diagnostics.HealthChecks;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Api.Health;

/// <summary>Whether the store answers: without it nothing can be served.</summary>
internal sealed class StoreCheck(IStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.Read(Rows.Cohorts, "ready", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", failure);
        }
    }
}
