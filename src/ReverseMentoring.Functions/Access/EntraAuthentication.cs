using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Access;

/// <summary>
/// Knows a manager by a token with the app role, which the app checks itself. What App Service says about a caller is not
/// trusted; the token that its sign-in brings for a browser is read like any other, and for changes only from our own pages.
/// </summary>
internal sealed class EntraAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, EntraTokens tokens, EntraSettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    private const string Bearer = "Bearer ";

    /// <summary>Anybody could set it, so it counts for no more than the token in it.</summary>
    private const string BrowserToken = "X-MS-TOKEN-AAD-ID-TOKEN";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SentToken() is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.Check(token) is not { } who)
        {
            return AuthenticateResult.Fail("The token is not good for this app.");
        }

        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, who.FindFirst("oid")?.Value ?? "unknown") };
        if (who.HasClaim("roles", settings.Role))
        {
            claims.Add(new(ClaimTypes.Role, ManagerAccess.Role));
        }

        return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name));
    }

    /// <summary>The scheme of the keys says how to come in; two answers would be one too many.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Task.CompletedTask;

    /// <summary>An API key is no token: it has no three parts.</summary>
    private string? SentToken()
    {
        var header = Request.Headers.Authorization.ToString();
        var sent = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim()
            : header.Length == 0 && SameOrigin.Holds(Request) ? Request.Headers[BrowserToken].ToString()
            : "";
        return sent.Count(c => c == '.') == 2 ? sent : null;
    }
}
