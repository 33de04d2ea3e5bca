using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cohorts.Managing;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Paging;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Pairs;

/// <summary>The pairs of a cohort, drafts included, with their reasons.</summary>
internal static class PairEndpoints
{
    public static void MapPairs(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/pairs", List).WithName("listPairs").WithTags("Pairs")
            .WithSummary("Pairs with their reasons, by pages (limit, after), of one status if asked (status)")
            .Produces<Page<PairView>>().ProducesProblem(StatusCodes.Status404NotFound);
        cohorts.MapGet("/{cohort}/pairs/{pair}", Get).WithName("getPair").WithTags("Pairs")
            .WithSummary("One pair").Produces<PairView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> List(string cohort, [AsParameters] PageQuery query, string? status, HttpRequest request, CohortDesk desk, IStore store, CancellationToken cancel) =>
        desk.With(cohort, async found =>
        {
            var (pairs, next) = await query.Read<Pair>(
                store, found.Partition, Rows.Pair, pair => string.IsNullOrEmpty(status) || Words.Of(pair.Status) == status, cancel);
            var names = await store.NamesOf(found.Partition, pairs.SelectMany(pair => new[] { pair.Mentor, pair.Mentee }), cancel);
            return TypedResults.Ok(query.Page([.. pairs.Select(pair => PairView.Of(pair, names))], request, next));
        }, cancel);

    private static Task<IResult> Get(string cohort, string pair, CohortDesk desk, IStore store, CancellationToken cancel) =>
        desk.With(cohort, async found =>
        {
            if (!PersonIds.IsOne(pair) || await new PairBook(store, found.Id).Find(pair, cancel) is not { } stored)
            {
                return Problem.NotFound($"There is no pair '{pair}' in this cohort.");
            }

            var names = await store.NamesOf(found.Partition, [stored.Value.Mentor, stored.Value.Mentee], cancel);
            return TypedResults.Ok(PairView.Of(stored.Value, names));
        }, cancel);
}
