using System.Globalization;
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
    ManagerKeys keys, ManagerSessions sessions, AttemptLimiter limiter, ClientAddress clients, IProblemDetailsService problems)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    private const string Bearer = "Bearer ";

    /// <summary>This address has been wrong too often, and waits.</summary>
    private TimeSpan? wait;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SentKey() is { } key)
        {
            return await ByKey(key);
        }

        return await sessions.Find(Context) is not { } signedIn ? AuthenticateResult.NoResult()
            : SameOrigin.Holds(Request) ? Known(signedIn)
            : AuthenticateResult.Fail("The request comes from another site.");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (wait is { } pause)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = Seconds(pause);
            await Explain("Too many wrong keys", $"No key is looked at from this address for {Seconds(pause)} seconds. Then send the right one.");
            return;
        }

        if (!Request.IsFromProgram() && HttpMethods.IsGet(Request.Method))
        {
            Response.Redirect($"{SignInPaths.SignIn}?to={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"manager\"";
        await Explain("Who is this?", "Send a manager's key as 'Authorization: Bearer <key>' or 'X-Api-Key: <key>'. The host printed the first at its first start.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Explain("Not with this role", "Whoever asks is known, but may not do this, or not with this cohort. An administrator can give a role and cohorts.");
    }

    internal static string Seconds(TimeSpan pause) => Math.Max(1, (long)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>For programs; browsers get a page by the status.</summary>
    private async Task Explain(string title, string detail)
    {
        if (Request.IsFromProgram())
        {
            await problems.TryWriteAsync(new() { HttpContext = Context, ProblemDetails = { Status = Response.StatusCode, Title = title, Detail = detail } });
        }
    }

    private async Task<AuthenticateResult> ByKey(string key)
    {
        var address = clients.Of(Context);
        wait = limiter.Wait(address);
        if (wait is not null)
        {
            return AuthenticateResult.Fail("Too many wrong keys.");
        }

        if (await keys.UseSent(key, Context.RequestAborted) is { } known)
        {
            return Known(known);
        }

        // A token of Entra ID comes by the same header; whether it is good, its own scheme says.
        if (!EntraTokens.IsToken(key))
        {
            limiter.Count(address);
        }

        return AuthenticateResult.Fail("The key is not known.");
    }

    private string? SentKey()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim()
            : Request.Headers.TryGetValue("X-Api-Key", out var key) ? key.ToString().Trim()
            : null;
    }

    private AuthenticateResult Known(ManagerIdentity who) => AuthenticateResult.Success(new(who.ToPrincipal(Scheme.Name), Scheme.Name));
}
