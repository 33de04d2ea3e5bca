using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>A signed cookie by which a browser is known again for a week, or until somebody's links end.</summary>
internal sealed class BrowserCookie(LinkSigner signer, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <param name="context">The request.</param>
    /// <param name="purpose">What it is known for: a cookie for another purpose doesn't count.</param>
    /// <param name="name">The cookie's.</param>
    /// <param name="person">Whose links end it.</param>
    /// <returns>What it was remembered with; null: it isn't known.</returns>
    public string? Read(HttpContext context, string purpose, string name, Person person) =>
        context.Request.Cookies[name] is { } cookie
        && signer.Verify(purpose, cookie) is { } text
        && text.LastIndexOf('~') is > 0 and var end
        && DateTimeOffset.FromUnixTimeSeconds(long.Parse(text[(end + 1)..], CultureInfo.InvariantCulture)) is var since
        && clock.GetUtcNow() < since + Lasts && !(since < person.LinksSince)
            ? text[..end]
            : null;

    public void Remember(HttpContext context, string purpose, string name, string of) =>
        context.Response.Cookies.Append(name, signer.Sign(purpose, $"{of}~{clock.GetUtcNow().ToUnixTimeSeconds()}"), new()
        {
            // Lax: whoever comes from a mail comes from elsewhere.
            HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/f", MaxAge = Lasts,
        });
}
