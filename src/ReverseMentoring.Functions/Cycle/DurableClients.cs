using Microsoft.DurableTask.Client;

namespace ReverseMentoring.Functions.Cycle;

/// <summary>
/// The client of Durable that the host binds to functions, for services that are no functions. It is the same for all
/// functions of a process, so the last one serves.
/// </summary>
public sealed class DurableClients
{
    private DurableTaskClient? client;

    /// <summary>Null before the first function that binds one.</summary>
    public DurableTaskClient? Current => Volatile.Read(ref client);

    public void Use(DurableTaskClient bound) => Volatile.Write(ref client, bound);
}
