using System.Diagnostics;
using System.Text.Json;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>Hosts that work beside each other.</summary>
internal sealed class MeasuredHosts : IDisposable
{
    private readonly List<Process> hosts;

    public MeasuredHosts(int count, string connection, Uri mails, int partitions) => hosts =
    [
        .. Enumerable.Range(0, count).Select(_ => Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", typeof(MeasuredHost).Assembly.Location, MeasuredHost.Name, connection, mails.ToString(), $"{partitions}"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!),
    ];

    /// <summary>Waits until all of them work.</summary>
    public Task Start() => Task.WhenAll(hosts.Select(ReadTally));

    /// <summary>Of all of them together.</summary>
    /// <exception cref="InvalidOperationException">One of them is gone.</exception>
    public async Task<Tally> Read()
    {
        foreach (var host in hosts)
        {
            await host.StandardInput.WriteLineAsync();
        }

        return (await Task.WhenAll(hosts.Select(ReadTally))).Aggregate(Tally.None, (sum, one) => sum + one);
    }

    public void Dispose()
    {
        foreach (var host in hosts)
        {
            host.Kill();
            host.WaitForExit();
            host.Dispose();
        }
    }

    /// <summary>Other lines are its log's.</summary>
    private static async Task<Tally> ReadTally(Process host)
    {
        while (await host.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith('{'))
            {
                return JsonSerializer.Deserialize<Tally>(line)!;
            }

            await Console.Error.WriteLineAsync(line);
        }

        throw new InvalidOperationException("A host has stopped.");
    }
}
