using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>The list of cohorts, and one of them.</summary>
internal static class CohortEndpoints
{
    public static void MapCohorts(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("", List).WithName("listCohorts").WithTags("Cohorts")
            .WithSummary("All cohorts, the newest start first")
            .Produces<CohortList>();
        cohorts.MapGet("/{cohort}", Get).WithName("getCohort").WithTags("Cohorts")
            .WithSummary("Where a cohort stands, what needs attention, and what can be done next")
            .Produces<CohortView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> List(CohortService cohorts, CancellationToken cancel)
    {
        var all = await cohorts.All(cancel).Select(CohortSummary.From).ToListAsync(cancel);
        return TypedResults.Ok(new CohortList(
            [.. all.OrderByDescending(cohort => cohort.Start).ThenBy(cohort => cohort.Id)],
            new Dictionary<string, ApiLink> { ["self"] = new("/api/cohorts"), ["start"] = new("/api/cohorts", "POST"), ["describedby"] = new("/openapi/v1.json") }));
    }

    private static Task<IResult> Get(CohortId cohort, CohortService cohorts, CohortViews views, CancellationToken cancel) =>
        cohorts.With(cohort, async found => TypedResults.Ok(await views.ReadView(found, cancel)), cancel);
}
