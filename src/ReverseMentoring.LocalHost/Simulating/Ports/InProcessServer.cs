using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>Takes requests by a call instead of a socket: nothing waits for a network, and nothing runs on a thread of its own.</summary>
internal sealed class InProcessServer : IServer
{
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Handles one request; set when the host has started.</summary>
    public Func<IFeatureCollection, Task> Handle { get; private set; } = _ => throw new InvalidOperationException("The host has not started.");

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        Handle = async features =>
        {
            var context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);
            }
            finally
            {
                application.DisposeContext(context, null);
            }
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
