using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>The list of cohorts, and one of them.</summary>
internal static class CohortEndpoints
{
    public static void MapCohorts(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("", List).Tells(Told.Aggregate).WithName("listCohorts").WithTags("Cohorts")
            .WithSummary("All cohorts that the caller may see, the newest start first")
            .Produces<CohortList>().Needs(ManagerRole.Viewer);
        cohorts.MapGet("/{cohort}", Get).Tells(Told.Exception).WithName("getCohort").WithTags("Cohorts")
            .WithSummary("Where a cohort stands, what needs attention, and what can be done next")
            .Produces<CohortView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> List(CohortService cohorts, ClaimsPrincipal user, CancellationToken cancel)
    {
        var who = ManagerIdentity.Of(user)!;
        var all = await cohorts.All(cancel).Where(cohort => who.Sees(cohort.Id.Value)).Select(CohortSummary.From).ToListAsync(cancel);
        return TypedResults.Ok(new CohortList(
            [.. all.OrderByDescending(cohort => cohort.Start).ThenBy(cohort => cohort.Id)],
            LinksFor(who)));
    }

    private static Dictionary<string, ApiLink> LinksFor(ManagerIdentity who)
    {
        var links = new Dictionary<string, ApiLink> { ["self"] = new("/api/cohorts"), ["describedby"] = new("/openapi/v1.json") };
        if (who.May(ManagerRole.Administrator))
        {
            links["start"] = new("/api/cohorts", "POST");
        }

        return links;
    }

    private static Task<IResult> Get(CohortId cohort, CohortService cohorts, CohortViews views, CancellationToken cancel) =>
        cohorts.With(cohort, async found => TypedResults.Ok(await views.ReadView(found, cancel)), cancel);
}
