using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Functions.Telemetry;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>What takes telemetry gets the steps' traces and figures, and the logs.</summary>
public sealed class CollectorTests : IAsyncLifetime
{
    /// <summary>By it the host knows that the worker sends its telemetry itself.</summary>
    private const string Capability = "WorkerOpenTelemetryEnabled";

    private readonly ConcurrentDictionary<string, string> taken = new(StringComparer.Ordinal);
    private readonly WebApplication collector;

    public CollectorTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await using var sent = context.Request.Headers.ContentEncoding == "gzip"
                ? new GZipStream(context.Request.Body, CompressionMode.Decompress)
                : context.Request.Body;
            await sent.CopyToAsync(body);
            taken.AddOrUpdate(context.Request.Path, _ => Text(body), (_, before) => before + "\n" + Text(body));
        });
    }

    [Fact]
    public async Task A_collector_gets_the_traces_and_figures_of_steps()
    {
        await using var services = Observed(new(Collector: collector.Urls.First()));
        var (traces, metrics) = (services.GetRequiredService<TracerProvider>(), services.GetRequiredService<MeterProvider>());

        await Runner(new Done(), services).Advance(ProcessId.OfCohort(new("spring")));
        Assert.True(traces.ForceFlush() && metrics.ForceFlush() && services.GetRequiredService<LoggerProvider>().ForceFlush());

        Assert.Contains("cohort.spring", taken["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("reverse_mentoring.steps", taken["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("A step of cohort.spring is done", taken["/v1/logs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_takes_telemetry_the_host_is_left_to_tell_what_the_worker_logs()
    {
        await using var silent = Observed(new());
        await using var told = Observed(new(Collector: "http://127.0.0.1:9"));

        Assert.DoesNotContain(Capability, silent.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities.Keys);
        Assert.Contains(Capability, told.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities.Keys);
    }

    [Fact]
    public async Task Application_Insights_gets_steps_their_figures_and_logs_with_the_event_ids_that_alerts_ask_for()
    {
        var address = collector.Urls.First();
        await using var services = Observed(new(Insights: $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={address}/;LiveEndpoint={address}/"));
        var providers = (services.GetRequiredService<TracerProvider>(), services.GetRequiredService<MeterProvider>(), services.GetRequiredService<LoggerProvider>());
        var process = ProcessId.OfCohort(new("autumn"));

        await Runner(new Done(), services).Advance(process);
        await Assert.ThrowsAsync<TimeoutException>(() => Runner(new Failing(), services).Advance(process));
        Assert.True(providers.Item1.ForceFlush() && providers.Item2.ForceFlush() && providers.Item3.ForceFlush());

        var sent = taken["/v2.1/track"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["data"]!).ToList();
        Assert.Contains(sent, item => (string?)item["baseType"] is "RemoteDependencyData" or "RequestData" && item.ToJsonString().Contains("cohort.autumn", StringComparison.Ordinal));
        Assert.Contains(sent, item => (string?)item["baseType"] is "MetricData" && item.ToJsonString().Contains("reverse_mentoring.steps", StringComparison.Ordinal));
        var failed = Assert.Single(sent, item => (string?)item["baseData"]?["properties"]?["EventId"] == "100")["baseData"]!;
        Assert.Equal("cohort.autumn", (string?)failed["properties"]!["Process"]);
        Assert.Equal("ReverseMentoring.Core.Processes.ProcessRunner", (string?)failed["properties"]!["CategoryName"]);
        Assert.StartsWith("A step of cohort.autumn failed:", (string?)failed["message"], StringComparison.Ordinal);
        Assert.DoesNotContain(Company.Planted, taken["/v2.1/track"], StringComparison.OrdinalIgnoreCase);
    }

    public Task InitializeAsync() => collector.StartAsync();

    public async Task DisposeAsync() => await collector.DisposeAsync();

    private static string Text(MemoryStream body) => Encoding.Latin1.GetString(body.ToArray());

    private static ProcessRunner Runner(IProcess process, IServiceProvider services) => new(
        [process], new DueRows(new MemoryStore()), new Nobody(), TimeProvider.System, services.GetRequiredService<ILogger<ProcessRunner>>());

    private static ServiceProvider Observed(TelemetrySettings settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [TelemetrySettings.CollectorName] = settings.Collector,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }).Build())
        .AddOptions()
        .AddObserving(settings)
        .BuildServiceProvider();

    private sealed class Done : IProcess
    {
        public string Kind => ProgrammeProcesses.CohortKind;

        public Task<StepResult> Step(ProcessId id, CancellationToken cancel) => Task.FromResult(new StepResult(null, "review"));
    }

    private sealed class Failing : IProcess
    {
        public string Kind => ProgrammeProcesses.CohortKind;

        public Task<StepResult> Step(ProcessId id, CancellationToken cancel) => throw new TimeoutException($"{Company.Planted} was too late");
    }

    private sealed class Nobody : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
