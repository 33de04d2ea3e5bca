using System.Net;
using System.Net.Sockets;

namespace ReverseMentoring.Tests.Cycle;

internal static class Ports
{
    /// <summary>An address of this machine on which nobody listens yet.</summary>
    public static Uri Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
