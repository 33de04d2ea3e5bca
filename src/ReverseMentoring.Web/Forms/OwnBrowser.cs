using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Forms;

/// <summary>A browser in which somebody typed the code that went to their own address: a signed cookie says so for a week, or until their links end.</summary>
internal sealed class OwnBrowser(LinkSigner signer, TimeProvider clock)
{
    private const string Purpose = "own browser";

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public bool Knows(HttpContext context, CohortId cohort, Person person) =>
        person.MovedFrom is null
        && context.Request.Cookies[NameOf(cohort, person.Id)] is { } cookie
        && signer.Verify(Purpose, cookie) is { } text
        && text.Split('~') is [var ofCohort, var ofPerson, var seconds]
        && (ofCohort, ofPerson) == (cohort.Value, person.Id.Value)
        && DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)) is var since
        && clock.GetUtcNow() < since + Lasts && !(since < person.LinksSince);

    public void Remember(HttpContext context, CohortId cohort, PersonId person)
    {
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        context.Response.Cookies.Append(NameOf(cohort, person), signer.Sign(Purpose, $"{cohort}~{person}~{seconds}"), new()
        {
            // Lax: whoever comes from a mail comes from elsewhere.
            HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/f", MaxAge = Lasts,
        });
    }

    /// <summary>One for each person, so that two who share a browser open their own only; it tells nobody who they are.</summary>
    private static string NameOf(CohortId cohort, PersonId person) => $"own-{Names.Digest($"own browser:{cohort}:{person}")}";
}
