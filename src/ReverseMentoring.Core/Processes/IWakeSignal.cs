namespace ReverseMentoring.Core.Processes;

/// <summary>The host's quick way to a step that is due now. The due row is there already: a lost signal does no harm.</summary>
public interface IWakeSignal
{
    Task Woken(ProcessId process, CancellationToken cancel);
}
