using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Files;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Meetings;

/// <summary>A list of earlier pairs as it was understood.</summary>
/// <param name="Kept">Pairs of two who take part.</param>
/// <param name="LeftAside">Pairs of which somebody does not.</param>
[Tells(Told.Aggregate)]
public sealed record EarlierPairsView(
    int Kept, int LeftAside, IReadOnlyList<Finding> Warnings, [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);

/// <summary>Pairs of programmes that ran before, or elsewhere.</summary>
internal static class EarlierPairsEndpoint
{
    public static void MapEarlierPairs(this IEndpointRouteBuilder cohorts) => cohorts.MapPut("/{cohort}/earlier-pairs", Put)
        .WithName("putEarlierPairs").WithTags("Pairs")
        .WithSummary("Pairs that have been before, from a CSV")
        .WithDescription(
            "With the columns mentorEmail and menteeEmail; it replaces the list that was there. From the next matching on these two are not "
            + "paired again, in whichever roles, unless the cohort's matching allows repeated pairs. Pairs of this programme's own earlier "
            + "cohorts are known as long as those are not erased, and need not be listed.")
        .Accepts<string>("text/csv")
        .Produces<EarlierPairsView>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> Put(CohortId cohort, HttpRequest request, CohortService cohorts, EarlierPairsService earlier, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (await SentFile.ReadBytes(request, cancel) is not { } file)
            {
                return SentFile.TooLarge;
            }

            var findings = new Findings();
            return await earlier.TakeList(found.Id, file, findings, cancel) is { } taken
                ? TypedResults.Ok(new EarlierPairsView(taken.Kept, taken.LeftAside, findings.Warnings, CohortLinks.LinksTo(found)))
                : Problem.OfList(findings);
        }, cancel);
}
