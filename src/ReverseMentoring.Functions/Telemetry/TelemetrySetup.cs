using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>
/// Telemetry by OpenTelemetry. The worker sends its logs, and the traces and figures of the product's steps, itself, and
/// tells the host so; the host sends its own traces of requests and orchestrations (<c>telemetryMode</c> in host.json).
/// The alerts look for the logs' event ids.
/// </summary>
public static class TelemetrySetup
{
    /// <summary>They write addresses of requests: of Graph with people's mail addresses, of forms with their links.</summary>
    private static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http", "Azure"];

    public static IServiceCollection AddObserving(this IServiceCollection services, TelemetrySettings settings)
    {
        services.AddLogging(Quiet);
        if (settings.IsOn)
        {
            services.AddOpenTelemetry()
                .UseFunctionsWorkerDefaults()
                .WithTracing(traces => Send(traces.AddSource(StepTelemetry.Name), settings))
                .WithMetrics(metrics => Send(metrics.AddMeter(StepTelemetry.Name), settings))
                .WithLogging(logs => Send(logs, settings), options => options.IncludeFormattedMessage = true);
        }

        return services;
    }

    private static void Send(TracerProviderBuilder traces, TelemetrySettings settings)
    {
        _ = settings.Collector is null ? traces : traces.AddOtlpExporter();
        _ = settings.Insights is null ? traces : traces.AddAzureMonitorTraceExporter(options => ToInsights(options, settings));
    }

    private static void Send(MeterProviderBuilder metrics, TelemetrySettings settings)
    {
        _ = settings.Collector is null ? metrics : metrics.AddOtlpExporter();
        _ = settings.Insights is null ? metrics : metrics.AddAzureMonitorMetricExporter(options => ToInsights(options, settings));
    }

    private static void Send(LoggerProviderBuilder logs, TelemetrySettings settings)
    {
        _ = settings.Collector is null ? logs : logs.AddOtlpExporter();
        _ = settings.Insights is null ? logs : logs.AddAzureMonitorLogExporter(options => ToInsights(options, settings));
    }

    /// <summary>
    /// Every step and every log arrives: alerts look for logs, and steps are few (29,000 in nine months of 200 people). The
    /// machine's own figures are the host's to send.
    /// </summary>
    private static void ToInsights(AzureMonitorExporterOptions options, TelemetrySettings settings)
    {
        options.ConnectionString = settings.Insights;
        options.Credential = settings.SignsIn ? new DefaultAzureCredential() : null;
        options.TracesPerSecond = null;
        options.SamplingRatio = 1;
        options.EnableTraceBasedLogsSampler = false;
        options.EnableLiveMetrics = false;
        options.EnablePerformanceCounters = false;
        options.EnableStandardMetrics = false;
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
