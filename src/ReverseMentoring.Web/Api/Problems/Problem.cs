using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Problems;

/// <summary>Answers that say what was wrong and how to mend it (RFC 9457).</summary>
internal static class Problem
{
    public static ProblemHttpResult Create(int status, string title, string detail, params (string Name, object? Value)[] more) =>
        TypedResults.Problem(detail, statusCode: status, title: title, extensions: more.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));

    public static ProblemHttpResult Create(Findings findings) => Create(
        findings.Unreadable ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity,
        "Nothing was started",
        findings.Errors.Count == 1 ? "One thing needs fixing first." : $"{findings.Errors.Count} things need fixing first.",
        ("errors", findings.Errors), ("warnings", findings.Warnings));

    /// <summary>Of a list that is sent to a cohort that stands.</summary>
    public static ProblemHttpResult OfList(Findings findings) => Create(
        StatusCodes.Status422UnprocessableEntity, "Nothing was stored", "The list can't be used as it is.",
        ("errors", findings.Errors), ("warnings", findings.Warnings));

    public static ProblemHttpResult NotFound(string what) =>
        Create(StatusCodes.Status404NotFound, "Not found", what, ("_links", new Dictionary<string, ApiLink> { ["cohorts"] = new("/api/cohorts") }));
}
