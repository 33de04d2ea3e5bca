using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Starting;

/// <summary>The one call that starts a cohort.</summary>
internal static class StartEndpoint
{
    public const string KeyHeader = "Idempotency-Key";

    public const string Name = "startCohort";

    public const int LongestKey = 255;

    public static void MapStart(this IEndpointRouteBuilder cohorts) => cohorts.MapPost("", Start)
        .WithName(Name)
        .WithTags("Cohorts")
        .WithSummary("Start a cohort")
        .WithDescription(
            "Name, start and people are enough; everything else has a default. People come as 'participants' in the JSON, or as a CSV in "
            + "the form's part 'people'. With 'directory' an address and a role are enough of each person. Everything is looked at before anything is stored: an answer other than 202 lists all that is "
            + "wrong, and nothing has been started. With '?preview=true' it is only looked at, with the same errors and warnings, and nothing is stored. With an Idempotency-Key the same call again comes to the same cohort.")
        .Accepts<CohortRequest>("application/json", "multipart/form-data")
        .Produces<StartPlanView>().Produces<StartedView>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .Needs(ManagerRole.Administrator);

    private static Task<IResult> Start(HttpRequest request, bool? preview, CohortStarter starter, CohortPlanner planner, TimeProvider clock, CancellationToken cancel) =>
        DirectoryDown.Or(request.HttpContext, "Nothing was started", () => preview is true ? Look(request, planner, clock, cancel) : StartNow(request, starter, cancel));

    private static async Task<IResult> Look(HttpRequest request, CohortPlanner planner, TimeProvider clock, CancellationToken cancel)
    {
        if (await SentBody.ReadParts(request, cancel) is not { } sent)
        {
            return SentBody.Unsupported("Nothing was looked at");
        }

        var findings = new Findings();
        return await planner.Plan(CohortReaderFromJson.ReadCohort(sent.Cohort, sent.People, findings), clock.GetUtcNow(), findings, cancel) is { } plan
            ? TypedResults.Ok(StartPlanView.From(plan, findings.Warnings))
            : Problem.Create(findings);
    }

    private static async Task<IResult> StartNow(HttpRequest request, CohortStarter starter, CancellationToken cancel)
    {
        var key = request.Headers[KeyHeader].ToString();
        if (key.Length > LongestKey || key.Any(char.IsControl))
        {
            return Problem.Create(StatusCodes.Status400BadRequest, "Nothing was started", $"The {KeyHeader} is longer than {LongestKey} characters.");
        }

        if (await SentBody.ReadParts(request, cancel) is not { } sent)
        {
            return SentBody.Unsupported("Nothing was started");
        }

        // A call without a key is a call of its own.
        var findings = new Findings();
        var started = await starter.Start(sent.Cohort, sent.People, key.Length > 0 ? "sent:" + key : "none:" + Guid.NewGuid(), findings, cancel);
        return started.Outcome switch
        {
            StartOutcome.Started => TypedResults.Accepted(
                CohortLinks.LinksTo(started.Cohort!.Value), StartedView.From(started.Cohort!.Value, started.Plan!, findings.Warnings)),
            StartOutcome.KeyUsed => Problem.Create(
                StatusCodes.Status409Conflict, "Nothing was started",
                $"This {KeyHeader} was used with another body: send that body again, or use a new key.",
                ("_links", new Dictionary<string, ApiLink> { ["cohort"] = new(CohortLinks.LinksTo(started.Cohort!.Value)) })),
            _ => Problem.Create(findings),
        };
    }
}
