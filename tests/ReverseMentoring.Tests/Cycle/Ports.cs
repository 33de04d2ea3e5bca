using System.Net;
using System.Net.Sockets;

namespace ReverseMentoring.Tests.Cycle;

internal static class Ports
{
    // Systems take the ports of outgoing connections from 32768 on (Linux) or 49152 on (others): one that was free a
    // moment ago may be such a connection's by the time that a host listens there. Below, only those who ask get one.
    private const int First = 20_000, Count = 12_000;

    private static int next = Random.Shared.Next(Count);

    /// <summary>An address of this machine on which nobody listens yet, and which no other test of this run is given.</summary>
    public static Uri Free()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref next) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return new($"http://127.0.0.1:{port}");
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                // The next one, then.
            }
        }
    }
}
