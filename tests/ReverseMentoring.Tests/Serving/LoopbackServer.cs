using System.Net;
using System.Net.Sockets;

namespace ReverseMentoring.Tests.Serving;

/// <summary>Listens on a free port of this machine and talks with one caller after another.</summary>
internal abstract class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ends = new();
    private readonly Task serving;

    protected LoopbackServer()
    {
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await ends.CancelAsync();
        listener.Dispose();
        await serving.ContinueWith(_ => { }, TaskScheduler.Default);
        ends.Dispose();
    }

    /// <summary>The whole talk with one caller, who may hang up (<see cref="IOException"/>) at any time.</summary>
    protected abstract Task Talk(Stream line, CancellationToken end);

    private async Task Serve()
    {
        while (!ends.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(ends.Token);
            // Answers of several lines would each wait for the one before to be acknowledged.
            client.NoDelay = true;
            await using var line = client.GetStream();
            try
            {
                await Talk(line, ends.Token);
            }
            catch (IOException)
            {
                // The other side left.
            }
        }
    }
}
