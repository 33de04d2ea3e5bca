using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>Where a request comes from. A host behind a proxy that it can trust puts its own in place of this one.</summary>
public class ClientAddress
{
    /// <summary>One text for each house: an IPv6 line has 2^64 addresses, so its network counts as one.</summary>
    public string Of(HttpContext context) => AddressOf(context) is not { } address ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : address.ToString();

    protected virtual IPAddress? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress;
}
