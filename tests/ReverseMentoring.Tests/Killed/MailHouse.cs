using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using MimeKit;
using ReverseMentoring.Tests.Cycle;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace ReverseMentoring.Tests.Killed;

/// <summary>A mail server on loopback that takes what comes and keeps it.</summary>
internal sealed class MailHouse : MessageStore, IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> taken = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;

    public MailHouse()
    {
        var options = new SmtpServerOptionsBuilder().ServerName("here")
            .Endpoint(new EndpointDefinitionBuilder().Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).Build()).Build();
        var services = new ServiceProvider();
        services.Add(this);
        serving = new SmtpServer.SmtpServer(options, services).StartAsync(end.Token);
    }

    public int Port { get; } = Ports.Free().Port;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyCollection<MimeMessage> Taken => taken;

    /// <summary>A mail is taken, and its sender has not been told yet.</summary>
    public event Action? Takes;

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(buffer.ToArray());
        taken.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
        Takes?.Invoke();
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        try
        {
            await serving;
        }
        catch (OperationCanceledException)
        {
            // It was told to end.
        }

        end.Dispose();
    }
}
