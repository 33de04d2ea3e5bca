using System.Net;
using System.Net.Sockets;

namespace ReverseMentoring.LocalHost.Hosting;

/// <summary>An address at which nobody listens yet. It is tried before the web server takes it, whose log says of one that is taken where in its code that was found.</summary>
internal static class FreeAddress
{
    /// <exception cref="InvalidDataException">Something listens there.</exception>
    public static void Check(Uri address)
    {
        foreach (var place in PlacesOf(address))
        {
            using var listener = new TcpListener(place, address.Port);
            try
            {
                listener.Start();
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                throw new InvalidDataException($"Something listens at {address} already. Stop it, or name another address with --address.", taken);
            }
            catch (SocketException)
            {
                // This machine has no such place, or not for everybody: the web server knows which of them it needs.
            }
        }
    }

    private static IEnumerable<IPAddress> PlacesOf(Uri address) =>
        IPAddress.TryParse(address.Host, out var one) ? [one]
        : address.IsLoopback ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
        : [IPAddress.Any];
}
