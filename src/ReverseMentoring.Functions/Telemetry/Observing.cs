using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>Traces, metrics and logs of the worker by OpenTelemetry.</summary>
public static class Observing
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>They write addresses of requests: of Graph with people's mail addresses, of forms with their links.</summary>
    private static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http", "Azure"];

    /// <summary>
    /// Where a collector is named, the worker sends to it by itself. Otherwise its logs go through the Functions host, which
    /// sends them with its own traces and metrics to Application Insights.
    /// </summary>
    public static IServiceCollection AddObserving(this IServiceCollection services, string? endpoint)
    {
        services.AddLogging(Quiet);
        if (!string.IsNullOrEmpty(endpoint))
        {
            services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
                .WithTracing(traces => traces.AddSource(StepTelemetry.Name))
                .WithMetrics(metrics => metrics.AddMeter(StepTelemetry.Name))
                .WithLogging(configureBuilder: null, options => options.IncludeFormattedMessage = true)
                .UseOtlpExporter();
        }

        return services;
    }

    /// <summary>No name, address or link comes into a log, whoever writes it.</summary>
    private static void Quiet(ILoggingBuilder logging)
    {
        foreach (var category in Talkative)
        {
            logging.AddFilter(category, LogLevel.Warning);
        }
    }
}
