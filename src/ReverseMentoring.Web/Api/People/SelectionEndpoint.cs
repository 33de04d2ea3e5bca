using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;

namespace ReverseMentoring.Web.Api.People;

/// <summary>Who has found a partner, by zone, department, level and language.</summary>
/// <param name="Traits">Of each side of which somebody is without a partner, during the review; later the report tells it.</param>
[Tells(Told.Aggregate)]
public sealed record SelectionView(IReadOnlyList<TraitShares> Traits);

internal static class SelectionEndpoint
{
    public static void MapSelection(this IEndpointRouteBuilder cohorts) =>
        cohorts.MapGet("/{cohort}/selection", Get).Tells(Told.Aggregate).WithName("readSelection").WithTags("People")
            .WithSummary("Whether the matching passes over some groups, during the review: shares with a partner, and the lowest of them divided by the highest")
            .Produces<SelectionView>().ProducesProblem(StatusCodes.Status404NotFound);

    private static Task<IResult> Get(CohortId cohort, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found => TypedResults.Ok(new SelectionView(
            await store.ReadSelection(found.Cohort, await store.ReadStanding(found.Id, found.State, cancel), cancel))), cancel);
}
