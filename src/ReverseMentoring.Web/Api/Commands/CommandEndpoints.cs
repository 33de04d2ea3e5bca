using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Commands;

/// <summary>By how much a phase is extended.</summary>
/// <param name="Days">1 to 90.</param>
public sealed record ExtendRequest(int Days);

/// <summary>What a manager can say to a cohort. It is stored and answered at once; the cohort takes its turn right after.</summary>
internal static class CommandEndpoints
{
    private const int MostDays = 90;

    public static void MapCommands(this IEndpointRouteBuilder cohorts)
    {
        Map(cohorts, CommandKind.Close, "End the phase now, with the answers that are there");
        Map(cohorts, CommandKind.Pause, "Pause: no mail goes out and no deadline passes");
        Map(cohorts, CommandKind.Resume, "Go on after a pause; deadlines move by its length");
        Map(cohorts, CommandKind.Cancel, "End the whole cohort and tell everybody");
        Map(cohorts, CommandKind.Approve, "Approve the pairs: both sides are asked");
        Map(cohorts, CommandKind.Rerun, "Match again, with the locks and forbids of now");
        Map(cohorts, CommandKind.Erase, "Erase all personal data now; the report's figures stay");
        Map(cohorts, CommandKind.Announce, "Tell everybody that works council mode is to end: before that it can't be switched off");
        Describe(cohorts.MapPost("/{cohort}/extend", Extend), CommandKind.Extend, "Give everybody more days to answer")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static void Map(IEndpointRouteBuilder cohorts, CommandKind kind, string summary) => Describe(
        cohorts.MapPost($"/{{cohort}}/{ApiNames.ToName(kind)}", (CohortId cohort, [AsParameters] SentCommand sent, CohortService cohortService, CohortViews views, CancellationToken cancel) =>
            sent.Give(cohort, kind, 0, cohortService, views, cancel)),
        kind, summary);

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, CommandKind kind, string summary) => endpoint
        .WithName(ApiNames.ToName(kind) + "Cohort").WithTags("Commands").WithSummary(summary)
        .Produces<CohortView>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static Task<IResult> Extend(CohortId cohort, ExtendRequest request, [AsParameters] SentCommand sent, CohortService cohorts, CohortViews views, CancellationToken cancel) =>
        request.Days is >= 1 and <= MostDays
            ? sent.Give(cohort, CommandKind.Extend, request.Days, cohorts, views, cancel)
            : Task.FromResult<IResult>(Problem.Create(
                StatusCodes.Status422UnprocessableEntity, "Nothing was changed", $"'days' must be a whole number from 1 to {MostDays}."));
}
