using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>
/// Knows a manager by a key in <c>Authorization: Bearer</c> or <c>X-Api-Key</c>, or a browser by its cookie. A cookie
/// comes along by itself, so it counts for a change only when that comes from our own pages.
/// </summary>
internal sealed class ManagerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder,
    ManagerKeys keys, ManagerSessions sessions, IProblemDetailsService problems)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SentKey() is { } key)
        {
            return await keys.Check(key, Context.RequestAborted) is { } id ? Manager(id) : AuthenticateResult.Fail("The key is not known.");
        }

        return await sessions.FindKey(Context) is not { } signedIn ? AuthenticateResult.NoResult()
            : SameOrigin.Holds(Request) ? Manager(signedIn)
            : AuthenticateResult.Fail("The request comes from another site.");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!Request.Path.StartsWithSegments("/api") && HttpMethods.IsGet(Request.Method))
        {
            Response.Redirect($"{ManagerAccess.SignInPath}?to={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"manager\"";
        await problems.TryWriteAsync(new()
        {
            HttpContext = Context,
            ProblemDetails =
            {
                Status = Response.StatusCode,
                Title = "Who is this?",
                Detail = "Send the manager's key as 'Authorization: Bearer <key>' or 'X-Api-Key: <key>'. The host printed it at its first start.",
            },
        });
    }

    private string? SentKey()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim()
            : Request.Headers.TryGetValue("X-Api-Key", out var key) ? key.ToString().Trim()
            : null;
    }

    private AuthenticateResult Manager(string id)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, id), new Claim(ClaimTypes.Role, ManagerAccess.Role)], Scheme.Name);
        return AuthenticateResult.Success(new(new(identity), Scheme.Name));
    }
}
