using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>What is drawn for browsers, apart from all else that is drawn: how often people open pages changes nothing of that.</summary>
public sealed record BrowserDraw(IRandomSource Random);

/// <summary>
/// The browser from which an answer came: it may send it again, or another, until that is changed from elsewhere, so that neither a second click nor whoever goes back and puts something right
/// needs a code. It is known from when the form is opened, since the page after a first click may get lost. It opens nothing.
/// </summary>
internal sealed class AnsweringBrowser(BrowserCookie cookie, BrowserDraw draw)
{
    private const string Purpose = "answering browser";

    /// <returns>What was drawn for this browser and question, now where it isn't known.</returns>
    public string Of(HttpContext context, Link link, Person person) =>
        cookie.Read(context, Purpose, NameOf(link), person)?.Split('~') is [var question, var drawn] && question == OfQuestion(link) ? drawn : Names.Draw(draw.Random);

    public void Remember(HttpContext context, Link link, string drawn) => cookie.Remember(context, Purpose, NameOf(link), $"{OfQuestion(link)}~{drawn}");

    private static string NameOf(Link link) => $"sent-{OfQuestion(link)}";

    private static string OfQuestion(Link link) => Names.Digest($"answering browser:{link.Cohort}:{link.Ask.AnswerKey}");
}
