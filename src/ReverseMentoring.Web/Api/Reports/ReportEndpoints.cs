using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;

namespace ReverseMentoring.Web.Api.Reports;

/// <param name="Final">False: the cycle goes on, these are the figures of now.</param>
/// <param name="Comments">What people wrote, without names, where at least three of a side have answered; empty once answers are erased.</param>
public sealed record ReportView(
    bool Final, Report Report, Comments Comments, [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);

/// <summary>The report: the one that was written at the end, or what it would say now.</summary>
internal static class ReportEndpoints
{
    private static readonly SurveyComments Nothing = new(new(0, []), new(0, []));

    public static void MapReport(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/report", Get).WithName("getReport").WithTags("Report")
            .WithSummary("What the cohort came to, or has come to so far")
            .Produces<ReportView>().ProducesProblem(StatusCodes.Status404NotFound).Needs(ManagerRole.Viewer);
        cohorts.MapGet("/{cohort}/report.csv", GetCsv).WithName("getReportCsv").WithTags("Report")
            .WithSummary("The same as CSV: section, figure, value")
            .Produces<string>(contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound).Needs(ManagerRole.Viewer);
    }

    private static Task<IResult> Get(CohortId cohort, ClaimsPrincipal user, CohortService cohorts, IStore store, TimeProvider clock, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var (report, final) = await Read(found, store, clock, cancel);
            return TypedResults.Ok(new ReportView(final, report, await CommentsOf(found, user, store, cancel), CohortLinks.LinksTo(found)));
        }, cancel);

    private static Task<IResult> GetCsv(CohortId cohort, ClaimsPrincipal user, CohortService cohorts, IStore store, TimeProvider clock, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var (report, _) = await Read(found, store, clock, cancel);
            return TypedResults.Text(ReportCsv.Write(report, await CommentsOf(found, user, store, cancel)), "text/csv", System.Text.Encoding.UTF8);
        }, cancel);

    /// <summary>What people wrote is no figure: it is for the cohort's managers only.</summary>
    private static async Task<Comments> CommentsOf(StandingCohort cohort, ClaimsPrincipal user, IStore store, CancellationToken cancel) =>
        ManagerIdentity.Of(user)!.May(ManagerRole.Manager, cohort.Id.Value)
            ? await new CommentReader(store, cohort.Cohort, cohort.State).ReadComments(cancel)
            : new(Nothing, Nothing);

    private static async Task<(Report Report, bool Final)> Read(
        StandingCohort cohort, IStore store, TimeProvider clock, CancellationToken cancel) =>
        await store.Read<Report>(cohort.Partition, Rows.Report, cancel) is { } written
            ? (written.Value, true)
            : (await new ReportWriter(store, cohort.Cohort, cohort.State).Write(clock.GetUtcNow(), cancel), false);
}
