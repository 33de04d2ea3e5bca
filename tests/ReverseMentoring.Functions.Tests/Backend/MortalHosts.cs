using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Storage.Queues;

namespace ReverseMentoring.Functions.Tests.Backend;

/// <summary>Two hosts in processes of their own, which are killed and come again.</summary>
internal sealed class MortalHosts(string connection, Uri house) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Process?[] hosts = new Process?[2];

    public int Kills { get; private set; }

    /// <summary>What they said.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    public void Start()
    {
        lock (gate)
        {
            for (var number = 0; number < hosts.Length; number++)
            {
                hosts[number] ??= Run();
            }
        }
    }

    /// <summary>Ends one at once, in the middle of whatever it does, and starts another in its place.</summary>
    public void KillOne(int number)
    {
        Kill(number % hosts.Length);
        Start();
    }

    /// <summary>Ends both, and with them all messages that they were about to take.</summary>
    public async Task KillBothAndLoseTheirMessages()
    {
        for (var number = 0; number < hosts.Length; number++)
        {
            Kill(number);
        }

        var queues = new QueueServiceClient(connection);
        await foreach (var queue in queues.GetQueuesAsync(prefix: TaskHub.Hurried.Name))
        {
            await queues.GetQueueClient(queue.Name).ClearMessagesAsync();
        }

        Start();
    }

    public void Dispose()
    {
        for (var number = 0; number < hosts.Length; number++)
        {
            Kill(number);
        }
    }

    private Process Run()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(BackendProgram).Assembly.Location, connection, house.ToString()])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => Said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Kill(int number)
    {
        lock (gate)
        {
            if (hosts[number] is { } host)
            {
                host.Kill();
                host.WaitForExit();
                host.Dispose();
                hosts[number] = null;
                Kills++;
            }
        }
    }
}
