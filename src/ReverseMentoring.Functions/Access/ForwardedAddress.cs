using System.Net;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Access;

/// <summary>
/// The caller's address as App Service's front end tells it: the last that stands in <c>X-Forwarded-For</c>, since whoever
/// calls can write what stands before it. The request itself comes from the Functions host.
/// </summary>
internal sealed class ForwardedAddress : ClientAddress
{
    protected override IPAddress? AddressOf(HttpContext context) =>
        context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim() is { Length: > 0 } last && IPEndPoint.TryParse(last, out var end)
            ? end.Address
            : base.AddressOf(context);
}
