using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// The browser from which an answer came: it may send another until that is changed from elsewhere, so that whoever goes back and puts something right needs no
/// code. It opens nothing.
/// </summary>
internal sealed class AnsweringBrowser(BrowserCookie cookie)
{
    private const string Purpose = "answering browser";

    /// <returns>When an answer to this question last came from here; null: it never did.</returns>
    public DateTimeOffset? Since(HttpContext context, Link link, Person person) => cookie.Since(context, Purpose, NameOf(link), OfQuestion(link), person);

    public void Remember(HttpContext context, Link link) => cookie.Remember(context, Purpose, NameOf(link), OfQuestion(link));

    private static string NameOf(Link link) => $"sent-{OfQuestion(link)}";

    private static string OfQuestion(Link link) => Names.Digest($"answering browser:{link.Cohort}:{link.Ask.AnswerKey}");
}
