using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Telemetry;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>A collector that takes OTLP gets the steps' traces and figures, and the logs keep their way through the host.</summary>
public sealed class CollectorTests : IAsyncLifetime
{
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
            await context.Request.Body.CopyToAsync(body);
            taken[context.Request.Path] = Encoding.Latin1.GetString(body.ToArray());
        });
    }

    [Fact]
    public async Task A_collector_gets_the_traces_and_figures_of_steps()
    {
        await using var services = Observed(collector.Urls.First());
        var (traces, metrics) = (services.GetRequiredService<TracerProvider>(), services.GetRequiredService<MeterProvider>());

        await new ProcessRunner([new Done()], new DueRows(new MemoryStore()), new Nobody(), TimeProvider.System, NullLogger<ProcessRunner>.Instance)
            .Advance(ProcessId.OfCohort("spring"));
        Assert.True(traces.ForceFlush() && metrics.ForceFlush());

        Assert.Contains("cohort.spring", taken["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("reverse_mentoring.steps", taken["/v1/metrics"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://127.0.0.1:9")]
    public async Task The_host_is_left_to_send_the_logs_that_the_alerts_look_at(string? endpoint)
    {
        await using var services = Observed(endpoint);

        Assert.DoesNotContain("WorkerOpenTelemetryEnabled", services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities.Keys);
    }

    public Task InitializeAsync() => collector.StartAsync();

    public async Task DisposeAsync() => await collector.DisposeAsync();

    private static ServiceProvider Observed(string? endpoint) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [Observing.Endpoint] = endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }).Build())
        .AddOptions()
        .AddObserving(endpoint)
        .BuildServiceProvider();

    private sealed class Done : IProcess
    {
        public string Kind => ProcessId.CohortKind;

        public Task<Next> Step(ProcessId id, CancellationToken cancel) => Task.FromResult(new Next(null, "review"));
    }

    private sealed class Nobody : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
