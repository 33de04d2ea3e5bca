using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Links;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>The clock by which a sign-in ends: the real one, also where the programme's clock is turned.</summary>
public sealed record SignInClock(TimeProvider Time);

/// <summary>
/// A manager's sign-in in a browser: a cookie that names the key and is signed as links are, so that every instance can
/// read it and none keeps anything.
/// </summary>
public sealed class ManagerSessions(ManagerKeys keys, LinkSigner signer, SignInClock clock)
{
    public const string Cookie = "manager";

    private const string Purpose = "manager-session";

    /// <summary>A working day and a little, of real time: a rehearsal's clock signs nobody out.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromHours(12);

    /// <returns>Whether the key is one; then the browser is signed in.</returns>
    public async Task<bool> SignIn(HttpContext context, string key)
    {
        if (await keys.Check(key.Trim(), context.RequestAborted) is not { } id)
        {
            return false;
        }

        var ends = (clock.Time.GetUtcNow() + Length).ToUnixTimeSeconds();
        context.Response.Cookies.Append(Cookie, signer.Sign(Purpose, string.Create(CultureInfo.InvariantCulture, $"{id}~{ends}")), Options(context));
        return true;
    }

    public void SignOut(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    /// <returns>The id of the key by which the browser signed in, if that key still stands.</returns>
    public async Task<string?> FindKey(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } token
        && signer.Verify(Purpose, token)?.Split('~') is [var id, var ends]
        && long.Parse(ends, CultureInfo.InvariantCulture) > clock.Time.GetUtcNow().ToUnixTimeSeconds()
        && await keys.Exists(id, context.RequestAborted)
            ? id
            : null;

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
