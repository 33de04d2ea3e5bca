using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>Traces, metrics and logs of the worker by OpenTelemetry.</summary>
public static class Observing
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Where a collector is named, the worker sends to it by itself. Otherwise its logs go through the Functions host, which
    /// sends them with its own traces and metrics to Application Insights.
    /// </summary>
    public static IServiceCollection AddObserving(this IServiceCollection services, string? endpoint)
    {
        if (!string.IsNullOrEmpty(endpoint))
        {
            services.AddOpenTelemetry().UseFunctionsWorkerDefaults().UseOtlpExporter();
        }

        return services;
    }
}
