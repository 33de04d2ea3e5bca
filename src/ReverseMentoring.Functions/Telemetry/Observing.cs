using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>
/// Telemetry by OpenTelemetry. Logs go to the Functions host, which sends them with its own traces of requests and
/// orchestrations to Application Insights, and to a collector where one is named; the alerts look for them there.
/// </summary>
public static class Observing
{
    /// <summary>Of a collector; the host and the exporter here read it themselves.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The worker's own traces, one for each call of a function.</summary>
    private const string Worker = "Microsoft.Azure.Functions.Worker";

    /// <summary>They write addresses of requests: of Graph with people's mail addresses, of forms with their links.</summary>
    private static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http", "Azure"];

    /// <summary>
    /// Where a collector is named, the worker sends it the traces and figures of the product's steps. It doesn't tell the
    /// host so (no <c>UseFunctionsWorkerDefaults</c>): the host would send none of its logs to Application Insights any more.
    /// </summary>
    public static IServiceCollection AddObserving(this IServiceCollection services, string? endpoint)
    {
        services.AddLogging(Quiet);
        if (!string.IsNullOrEmpty(endpoint))
        {
            services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService(StepTelemetry.Name))
                .WithTracing(traces => traces.AddSource(Worker, StepTelemetry.Name).AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddMeter(StepTelemetry.Name).AddOtlpExporter());
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
