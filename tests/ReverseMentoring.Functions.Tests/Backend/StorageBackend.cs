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

/// <summary>
/// The storage backend that Durable Functions runs on in Azure, behind the service that its workers and clients speak to.
/// What Azure waits minutes for, it waits seconds for.
/// </summary>
internal sealed class StorageBackend : IAsyncDisposable
{
    public const string Hub = "backend";

    private readonly WebApplication service;
    private readonly GrpcChannel channel;
    private readonly IHost worker;

    private StorageBackend(WebApplication service, GrpcChannel channel, IHost worker) =>
        (this.service, this.channel, this.worker, Client) = (service, channel, worker, worker.Services.GetRequiredService<DurableTaskClient>());

    public DurableTaskClient Client { get; }

    /// <param name="connection">Of the storage.</param>
    /// <param name="product">The Azure host's services, which work here; null: this one only asks and tells.</param>
    public static async Task<StorageBackend> Start(string connection, IServiceProvider? product = null)
    {
        var storage = new AzureStorageOrchestrationService(Settings(connection));
        await storage.CreateIfNotExistsAsync();
        var service = Service(storage, product is not null);
        await service.StartAsync();
        var channel = GrpcChannel.ForAddress(service.Urls.First());
        var worker = Worker(channel, product);
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

    private static AzureStorageOrchestrationServiceSettings Settings(string connection) => new()
    {
        TaskHubName = Hub,
        StorageAccountClientProvider = new(connection),
        PartitionCount = 1,
        UseTablePartitionManagement = true,
        LeaseInterval = TimeSpan.FromSeconds(6),
        LeaseRenewInterval = TimeSpan.FromSeconds(2),
        LeaseAcquireInterval = TimeSpan.FromSeconds(1),
        ControlQueueVisibilityTimeout = TimeSpan.FromSeconds(6),
        WorkItemQueueVisibilityTimeout = TimeSpan.FromSeconds(6),
        MaxQueuePollingInterval = TimeSpan.FromMilliseconds(200),
    };

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

    private static IHost Worker(GrpcChannel channel, IServiceProvider? product)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddDurableTaskClient(client => client.UseGrpc(channel).RegisterDirectly());
        if (product is not null)
        {
            builder.Services.AddDurableTaskWorker(worker =>
            {
                worker.UseGrpc(channel);
                worker.AddTasks(registry => Hosts.Register(registry, product));
            });
        }

        return builder.Build();
    }
}
