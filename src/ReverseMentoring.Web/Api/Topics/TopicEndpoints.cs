using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Topics;

/// <param name="From">The one that would go.</param>
/// <param name="Into">The one that would stay.</param>
[Tells(Told.Aggregate)]
public sealed record MergeSuggestion(Topic From, Topic Into);

/// <summary>The topics as they stand.</summary>
/// <param name="Open">Whether they can still be curated; later the list is what people were offered.</param>
/// <param name="Items">What people start from until the call has its answers, then by title what was proposed, and in the end the list, the most wanted first.</param>
/// <param name="Suggestions">Topics whose titles are nearly the same.</param>
/// <param name="Curation">What the manager has made of them.</param>
[Tells(Told.Aggregate)]
public sealed record TopicsView(
    bool Open, IReadOnlyList<Topic> Items, IReadOnlyList<MergeSuggestion> Suggestions, Curation Curation,
    [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);

/// <summary>Topics, and what the manager makes of them. If nobody curates, the cycle goes on.</summary>
internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/topics", Get).Tells(Told.Aggregate).WithName("getTopics").WithTags("Topics")
            .WithSummary("Topics as far as the call for them has come, and which ones to merge")
            .Produces<TopicsView>().ProducesProblem(StatusCodes.Status404NotFound);
        Describe(cohorts.MapPut("/{cohort}/topics/{topic}", Set), "curateTopic", "Rename, hide or merge a topic, in place of what was made of it before");
        Describe(
            cohorts.MapDelete("/{cohort}/topics/{topic}", (CohortId cohort, TopicId topic, CohortService cohortService, CurationService curation, IStore store, CancellationToken cancel) =>
                Set(cohort, topic, new(), cohortService, curation, store, cancel)),
            "freeTopic", "Let a topic stand as it was proposed");
    }

    private static void Describe(RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .WithName(name).WithTags("Topics").WithSummary(summary).Produces<TopicsView>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> Get(CohortId cohort, CohortService cohorts, CurationService curation, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found => TypedResults.Ok(await View(found, curation, store, cancel)), cancel);

    private static Task<IResult> Set(
        CohortId cohort, TopicId topic, TopicCuration wanted, CohortService cohorts, CurationService curation, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (!CurationTime.IsOpen(found.State))
            {
                return CohortLookup.NotNow(found, "The topics can't be changed any more");
            }

            return await curation.Set(found, topic, wanted, cancel) is { } problem
                ? Problem.Create(StatusCodes.Status422UnprocessableEntity, "Nothing was changed", problem)
                : TypedResults.Ok(await View(found, curation, store, cancel));
        }, cancel);

    private static async Task<TopicsView> View(StandingCohort cohort, CurationService curation, IStore store, CancellationToken cancel)
    {
        var (book, open) = (new TopicRepository(store), CurationTime.IsOpen(cohort.State));
        var topics = await book.Shown(cohort, cancel);
        var near = open ? curation.Suggest(topics) : [];
        return new(
            open, topics, [.. near.Select(pair => new MergeSuggestion(pair.From, pair.Into))], await curation.ReadCuration(cohort.Id, cancel),
            CohortLinks.LinksTo(cohort));
    }
}
