using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Waking;

/// <summary>Wakes durable instances. The due row is stored before: a signal that fails is logged, and the sweep finds the row.</summary>
public sealed partial class DurableWakeSignal(DurableClients clients, Instances instances, ILogger<DurableWakeSignal> log) : IWakeSignal
{
    public async Task Woken(ProcessId process, CancellationToken cancel)
    {
        if (clients.Current is not { } client)
        {
            return;
        }

        try
        {
            await instances.Wake(client, process, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            SignalLost(log, process.Name, FailureTrail.Describe(failure));
        }
    }

    [LoggerMessage(200, LogLevel.Warning, "{Process} could not be woken and waits for the sweep: {Trail}")]
    private static partial void SignalLost(ILogger log, string process, string trail);
}
