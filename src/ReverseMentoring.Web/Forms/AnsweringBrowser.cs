using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// The browser from which an answer came: it may send another until that is changed from elsewhere, so that whoever goes back and puts something right needs no
/// code. A signed cookie says so for a week, or until their links end; it opens nothing.
/// </summary>
internal sealed class AnsweringBrowser(LinkSigner signer, TimeProvider clock)
{
    private const string Purpose = "answering browser";

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <returns>When an answer to this question last came from here; null: it never did.</returns>
    public DateTimeOffset? Since(HttpContext context, Link link, Person person) =>
        context.Request.Cookies[NameOf(link)] is { } cookie
        && signer.Verify(Purpose, cookie) is { } text
        && text.Split('~') is [var of, var seconds] && of == OfQuestion(link)
        && DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)) is var since
        && clock.GetUtcNow() < since + Lasts && !(since < person.LinksSince)
            ? since
            : null;

    public void Remember(HttpContext context, Link link)
    {
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        context.Response.Cookies.Append(NameOf(link), signer.Sign(Purpose, $"{OfQuestion(link)}~{seconds}"), new()
        {
            HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/f", MaxAge = Lasts,
        });
    }

    private static string NameOf(Link link) => $"sent-{OfQuestion(link)}";

    private static string OfQuestion(Link link) => Names.Digest($"answering browser:{link.Cohort}:{link.Ask.AnswerKey}");
}
