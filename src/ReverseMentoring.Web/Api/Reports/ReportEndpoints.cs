using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Reports;

/// <param name="Outcomes">What became of each promise, put together from the waves; empty while the closing survey is open.</param>
/// <param name="Fairness">Who found a partner, by zone, department, level and language, as far as it may be shown; empty as long.</param>
/// <param name="Final">False: the cycle goes on; of what people say only the surveys that are closed are in it.</param>
/// <param name="Comments">What people wrote and let be shown, without names; empty once personal data is erased.</param>
[Tells(Told.Aggregate)]
public sealed record ReportView(
    bool Final, Report Report, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<TraitShares> Fairness, IReadOnlyList<WaveComments> Comments, [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);

/// <summary>The report: the one that was written at the end, or what it would say now.</summary>
internal static class ReportEndpoints
{
    public static void MapReport(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/report", Get).Tells(Told.Aggregate).WithName("getReport").WithTags("Report")
            .WithSummary("What the cohort came to, or has come to so far; of what people say, what was published when a survey closed")
            .Produces<ReportView>().ProducesProblem(StatusCodes.Status404NotFound).Needs(ManagerRole.Viewer);
        cohorts.MapGet("/{cohort}/report.csv", GetCsv).Tells(Told.Aggregate).WithName("getReportCsv").WithTags("Report")
            .WithSummary("The same as CSV: section, figure, value; of changes and scores also the range that holds the true one with 95 % confidence, and a word")
            .Produces<string>(contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound).Needs(ManagerRole.Viewer);
    }

    private static Task<IResult> Get(CohortId cohort, ClaimsPrincipal user, CohortService cohorts, IStore store, TimeProvider clock, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var read = await ReadReport.Read(store, found.Cohort, found.State, clock.GetUtcNow(), MayReadWords(found, user), cancel);
            return TypedResults.Ok(new ReportView(read.Final, read.Report, Outcomes.Of(read.Report), Fairness.Of(read.Report), read.Comments, CohortLinks.LinksTo(found)));
        }, cancel);

    private static Task<IResult> GetCsv(CohortId cohort, ClaimsPrincipal user, CohortService cohorts, IStore store, TimeProvider clock, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var read = await ReadReport.Read(store, found.Cohort, found.State, clock.GetUtcNow(), MayReadWords(found, user), cancel);
            return TypedResults.Text(ReportCsv.Write(read.Report, read.Comments), "text/csv", System.Text.Encoding.UTF8);
        }, cancel);

    private static bool MayReadWords(StandingCohort cohort, ClaimsPrincipal user) => ManagerIdentity.Of(user)!.May(ManagerRole.Manager, cohort.Id.Value);
}
