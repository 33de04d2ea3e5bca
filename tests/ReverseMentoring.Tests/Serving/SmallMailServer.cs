using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReverseMentoring.Tests.Serving;

/// <summary>A mail server that speaks just enough SMTP (RFC 5321) to take mails, or to refuse a recipient.</summary>
internal sealed class SmallMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ends = new();
    private readonly Task serving;

    public SmallMailServer()
    {
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public List<string> Mails { get; } = [];

    /// <summary>The answer to this recipient, instead of taking the mail.</summary>
    public (string Address, string Answer)? Refuses { get; init; }

    /// <summary>Takes a mail, and then the line breaks before it says so.</summary>
    public bool HangsUp { get; init; }

    public async ValueTask DisposeAsync()
    {
        await ends.CancelAsync();
        listener.Dispose();
        await serving.ContinueWith(_ => { }, TaskScheduler.Default);
        ends.Dispose();
    }

    private async Task Serve()
    {
        while (!ends.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(ends.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 here");
            while (await reader.ReadLineAsync(ends.Token) is { } line && line != "QUIT")
            {
                var answer = await Answer(line, reader, writer);
                if (HangsUp && line == "DATA")
                {
                    break;
                }

                await writer.WriteLineAsync(answer);
            }
        }
    }

    private async Task<string> Answer(string line, StreamReader reader, StreamWriter writer)
    {
        if (Refuses is { } refused && line.StartsWith("RCPT", StringComparison.Ordinal) && line.Contains(refused.Address, StringComparison.Ordinal))
        {
            return refused.Answer;
        }

        if (line != "DATA")
        {
            return "250 OK";
        }

        await writer.WriteLineAsync("354 go on");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(ends.Token) is { } text && text != ".")
        {
            mail.AppendLine(text);
        }

        Mails.Add(mail.ToString());
        return "250 OK";
    }
}
