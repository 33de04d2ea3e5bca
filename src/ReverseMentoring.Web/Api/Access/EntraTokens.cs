using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>
/// Where a manager's token is found, and what it comes to. What App Service says about a caller is not trusted; the token
/// that its sign-in brings for a browser is read like any other, and for changes only from our own pages.
/// </summary>
internal sealed class EntraTokens(EntraSettings settings, EntraPeople people) : JwtBearerEvents
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

    /// <summary>Who has none of the roles is known, and may nothing.</summary>
    public override async Task TokenValidated(TokenValidatedContext context)
    {
        context.Principal = EntraPerson.FromToken(context.Principal!, settings) is { } person
            ? (await people.Identify(person, context.HttpContext.RequestAborted)).ToPrincipal(context.Scheme.Name)
            : new(new ClaimsIdentity(context.Scheme.Name));
    }

    /// <summary>The scheme of the keys says how to come in; two answers would be one too many.</summary>
    public override Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>An API key is no token: it has no three parts.</summary>
    internal static bool IsToken(string sent) => sent.Count(c => c == '.') == 2;

    private static string? SentToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var sent = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim()
            : header.Length == 0 && SameOrigin.Holds(request) ? request.Headers[BrowserToken].ToString()
            : "";
        return IsToken(sent) ? sent : null;
    }
}
