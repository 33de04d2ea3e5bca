using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cohorts.Managing;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Paging;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Circles;

/// <summary>The circles of a cohort, drafts included, with their rotas.</summary>
internal static class CircleEndpoints
{
    public static void MapCircles(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/circles", List).WithName("listCircles").WithTags("Circles")
            .WithSummary("Circles with their rotas, by pages (limit, after), of one status if asked (status)")
            .Produces<Page<CircleApiView>>().ProducesProblem(StatusCodes.Status404NotFound);
        cohorts.MapGet("/{cohort}/circles/{circle}", Get).WithName("getCircle").WithTags("Circles")
            .WithSummary("One circle").Produces<CircleApiView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> List(string cohort, [AsParameters] PageQuery query, string? status, HttpRequest request, CohortDesk desk, IStore store, CancellationToken cancel) =>
        desk.With(cohort, async found =>
        {
            var (circles, next) = await query.Read<Circle>(
                store, found.Partition, Rows.Circle, circle => string.IsNullOrEmpty(status) || Words.Of(circle.Status) == status, cancel);
            var names = await store.NamesOf(found.Partition, circles.SelectMany(circle => circle.Members.Select(member => member.Person)), cancel);
            return TypedResults.Ok(query.Page([.. circles.Select(circle => CircleApiView.Of(circle, names))], request, next));
        }, cancel);

    private static Task<IResult> Get(string cohort, string circle, CohortDesk desk, IStore store, CancellationToken cancel) =>
        desk.With(cohort, async found =>
        {
            if (!PersonIds.IsOne(circle) || await new CircleBook(store, found.Id).Find(circle, cancel) is not { } stored)
            {
                return Problem.NotFound($"There is no circle '{circle}' in this cohort.");
            }

            var names = await store.NamesOf(found.Partition, stored.Value.Members.Select(member => member.Person), cancel);
            return TypedResults.Ok(CircleApiView.Of(stored.Value, names));
        }, cancel);
}
