using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>
/// Where a manager's token is found, and what it comes to. What App Service says about a caller is not trusted; the token
/// that its sign-in brings for a browser is read like any other, and for changes only from our own pages.
/// </summary>
/// <param name="role">The app role that makes a manager.</param>
internal sealed class EntraTokens(string role) : JwtBearerEvents
{
    private const string Bearer = "Bearer ";

    /// <summary>Anybody could set it, so it counts for no more than the token in it.</summary>
    private const string BrowserToken = "X-MS-TOKEN-AAD-ID-TOKEN";

    public override Task MessageReceived(MessageReceivedContext context)
    {
        context.Token = SentToken(context.Request);
        if (context.Token is null)
        {
            context.NoResult();
        }

        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        var sent = context.Principal!;
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, sent.FindFirst("oid")?.Value ?? "unknown") };
        if (sent.IsInRole(role))
        {
            claims.Add(new(ClaimTypes.Role, ManagerAccess.Role));
        }

        context.Principal = new(new ClaimsIdentity(claims, context.Scheme.Name));
        return Task.CompletedTask;
    }

    /// <summary>The scheme of the keys says how to come in; two answers would be one too many.</summary>
    public override Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>An API key is no token: it has no three parts.</summary>
    private static string? SentToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var sent = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim()
            : header.Length == 0 && SameOrigin.Holds(request) ? request.Headers[BrowserToken].ToString()
            : "";
        return sent.Count(c => c == '.') == 2 ? sent : null;
    }
}
