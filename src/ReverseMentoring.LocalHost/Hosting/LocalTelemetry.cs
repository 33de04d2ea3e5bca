using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.LocalHost.Hosting;

/// <summary>
/// The product's traces, figures and logs, the same as on the Azure host, to a collector that takes OTLP. It is named as the exporter reads it; where
/// none is, nothing of this is loaded.
/// </summary>
internal static class LocalTelemetry
{
    public const string CollectorName = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTo(WebApplicationBuilder builder)
    {
        // Its own requests would be told with their addresses, which are people's links.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(StepTelemetry.Name).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(StepTelemetry.Name).AddOtlpExporter())
            .WithLogging(logs => logs.AddOtlpExporter(), options => options.IncludeFormattedMessage = true);
    }
}
