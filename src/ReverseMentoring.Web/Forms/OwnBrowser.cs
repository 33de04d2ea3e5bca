using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Forms;

/// <summary>A browser in which somebody typed the code that went to their own address.</summary>
internal sealed class OwnBrowser(BrowserCookie cookie)
{
    private const string Purpose = "own browser";

    public bool Knows(HttpContext context, CohortId cohort, Person person) =>
        person.MovedFrom is null && cookie.Read(context, Purpose, NameOf(cohort, person.Id), person) == $"{cohort}~{person.Id}";

    public void Remember(HttpContext context, CohortId cohort, PersonId person) => cookie.Remember(context, Purpose, NameOf(cohort, person), $"{cohort}~{person}");

    /// <summary>One for each person, so that two who share a browser open their own only; it tells nobody who they are.</summary>
    private static string NameOf(CohortId cohort, PersonId person) => $"own-{Names.Digest($"own browser:{cohort}:{person}")}";
}
