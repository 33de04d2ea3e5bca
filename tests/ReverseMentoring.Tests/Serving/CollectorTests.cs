using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Serving;

/// <summary>A collector that is named gets the local host's traces and figures, under the names that the Azure host's have.</summary>
public sealed class CollectorTests
{
    [Fact]
    public async Task A_collector_gets_the_traces_and_figures_of_steps()
    {
        var taken = new ConcurrentBag<string>();
        var address = Ports.Free();
        await using var collector = await Collector(address, taken);
        await using var app = LocalProgramme.Build(new LocalSettings { Address = Ports.Free(), Collector = address }, new TurnableClock(TestProgramme.Monday));

        var (traces, metrics) = (app.Services.GetRequiredService<TracerProvider>(), app.Services.GetRequiredService<MeterProvider>());
        await app.Services.GetRequiredService<ProcessRunner>().Run(ProcessId.Outbox);
        Assert.True(traces.ForceFlush() && metrics.ForceFlush());

        Assert.Contains(taken, sent => sent.Contains("reverse_mentoring.steps", StringComparison.Ordinal));
        Assert.Contains(taken, sent => sent.Contains("reverse_mentoring.step.duration", StringComparison.Ordinal));
        Assert.Contains(taken, sent => sent.Contains("step outbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_none_is_named_nothing_is_told()
    {
        await using var app = LocalProgramme.Build(new LocalSettings { Address = Ports.Free() }, new TurnableClock(TestProgramme.Monday));

        Assert.Null(app.Services.GetService<MeterProvider>());
    }

    private static async Task<WebApplication> Collector(Uri address, ConcurrentBag<string> taken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(address.Port, listens => listens.Protocols = HttpProtocols.Http2));
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            taken.Add(Encoding.Latin1.GetString(body.ToArray()));
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[5]);
            context.Response.AppendTrailer("grpc-status", "0");
        });
        await collector.StartAsync();
        return collector;
    }
}
