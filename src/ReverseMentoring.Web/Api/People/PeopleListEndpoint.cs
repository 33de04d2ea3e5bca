using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Files;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.People;

/// <summary>What became of a list.</summary>
/// <param name="Joined">People who were not in the cohort, and are asked now.</param>
/// <param name="Changed">Participants of whom the list says something else than before.</param>
/// <param name="NotListed">Participants who are not on it; they stay.</param>
/// <param name="LineCrossed">Pairs that stand in one reporting line now: they end, and both get another partner if there is one.</param>
[Tells(Told.Aggregate)]
public sealed record PeopleTakenView(
    int Joined, int Changed, int NotListed, int LineCrossed, IReadOnlyList<Finding> Warnings,
    [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);

/// <summary>The list of people as it is now, while a cohort runs.</summary>
internal static class PeopleListEndpoint
{
    public static void MapPeopleList(this IEndpointRouteBuilder cohorts) => cohorts.MapPut("/{cohort}/people", Put)
        .WithName("putPeople").WithTags("People")
        .WithSummary("The list of people as it is now, from a CSV")
        .WithDescription(
            "The whole list, with the columns of the start. Who is new joins: until the sessions are half over they are asked for their offers "
            + "and wishes and get a partner if there is one. Of the others, name, job title, department, level, manager, location and capacity "
            + "are taken over; an empty cell changes nothing. Pairs that stand in one reporting line now end, and both get another partner. "
            + "Nobody is taken out: people leave by a link in any of their mails.")
        .Accepts<string>("text/csv")
        .Produces<PeopleTakenView>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static Task<IResult> Put(CohortId cohort, HttpRequest request, CohortService cohorts, PeopleService people, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (!PeopleService.IsOpen(found.State))
            {
                return Problem.Create(StatusCodes.Status409Conflict, "Nothing was stored", "The sessions of this cohort are over: nobody can join any more.");
            }

            if (await SentFile.ReadBytes(request, cancel) is not { } file)
            {
                return SentFile.TooLarge;
            }

            return await DirectoryDown.Or(request.HttpContext, "Nothing was stored", () => TakeList(found, file, ManagerIdentity.Of(request.HttpContext.User)?.Id, people, cancel));
        }, cancel);

    private static async Task<IResult> TakeList(StandingCohort found, byte[] file, string? by, PeopleService people, CancellationToken cancel)
    {
        var findings = new Findings();
        return await people.UpdateList(found, PeopleCsv.Parse(file, findings, found.Cohort.Settings.Directory), by, findings, cancel) is { } taken
            ? TypedResults.Ok(new PeopleTakenView(
                taken.Joined, taken.Changed, taken.NotListed, taken.LineCrossed, findings.Warnings, CohortLinks.LinksTo(found)))
            : Problem.OfList(findings);
    }
}
