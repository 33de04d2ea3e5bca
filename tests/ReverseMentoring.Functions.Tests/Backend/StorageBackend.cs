using DurableTask.AzureStorage;
using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Backend;

/// <summary>The storage backend that Durable Functions runs on in Azure, behind the service that its workers and clients speak to.</summary>
internal sealed class StorageBackend : IAsyncDisposable
{
    private readonly WebApplication service;
    private readonly GrpcChannel channel;
    private readonly IHost worker;

    private StorageBackend(WebApplication service, GrpcChannel channel, IHost worker) =>
        (this.service, this.channel, this.worker, Client) = (service, channel, worker, worker.Services.GetRequiredService<DurableTaskClient>());

    public DurableTaskClient Client { get; }

    /// <param name="connection">Of the storage.</param>
    /// <param name="product">The Azure host's services, which work here; null: this one only asks and tells.</param>
    /// <param name="hub">The task hub; null: one that waits no longer than a test.</param>
    /// <param name="executed">Told of each function that runs.</param>
    public static async Task<StorageBackend> Start(
        string connection, IServiceProvider? product = null, TaskHub? hub = null, Action<string>? executed = null)
    {
        var storage = new AzureStorageOrchestrationService((hub ?? TaskHub.Hurried).Settings(connection));
        await storage.CreateIfNotExistsAsync();
        var service = Service(storage, product is not null);
        await service.StartAsync();
        var channel = GrpcChannel.ForAddress(service.Urls.First());
        var worker = Worker(channel, product, executed);
        await worker.StartAsync();
        return new(service, channel, worker);
    }

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync();
        worker.Dispose();
        channel.Dispose();
        await service.DisposeAsync();
    }

    private static WebApplication Service(AzureStorageOrchestrationService storage, bool works)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(on => on.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services
            .AddSingleton<IOrchestrationService>(storage)
            .AddSingleton<IOrchestrationServiceClient>(storage)
            .AddSingleton<TaskHubGrpcServer>()
            .Configure<TaskHubGrpcServerOptions>(options => options.Mode = works ? TaskHubGrpcServerMode.ApiServerAndDispatcher : TaskHubGrpcServerMode.ApiServerOnly);
        var app = builder.Build();
        app.MapGrpcService<TaskHubGrpcServer>();
        return app;
    }

    private static IHost Worker(GrpcChannel channel, IServiceProvider? product, Action<string>? executed)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddDurableTaskClient(client => client.UseGrpc(channel).RegisterDirectly());
        if (product is not null)
        {
            builder.Services.AddDurableTaskWorker(worker =>
            {
                worker.UseGrpc(channel);
                worker.AddTasks(registry => Hosts.Register(registry, product, executed: executed));
            });
        }

        return builder.Build();
    }
}
