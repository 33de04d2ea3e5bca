using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.People;

/// <summary>What is corrected of somebody; what is left out stays.</summary>
/// <param name="Email">A new address: earlier links end, and open questions are mailed to it.</param>
/// <param name="Role">Until the offers and wishes are asked for.</param>
/// <param name="ManagerEmail">Of somebody on the cohort's list; empty: nobody.</param>
/// <param name="TimeZone">IANA id.</param>
/// <param name="Languages">Language tags, the one to write in first.</param>
public sealed record PersonPatch(
    string? Name = null, string? Email = null, string? Role = null, string? JobTitle = null, string? Department = null, int? Level = null, string? ManagerEmail = null,
    string? Location = null, string? TimeZone = null, int? Capacity = null, IReadOnlyList<string>? Languages = null);

/// <summary>Somebody who joins a cohort that runs, as a row of its list.</summary>
public sealed record NewPerson(
    string Name, string Email, string Role, string? JobTitle = null, string? Department = null, int? Level = null, string? ManagerEmail = null, string? Location = null,
    string? TimeZone = null, IReadOnlyList<string>? Languages = null, int? Capacity = null, string? DelegateEmail = null);

/// <summary>One person: as they are, added, corrected.</summary>
internal static class PersonEditEndpoints
{
    public static void MapPersonEdits(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/people/{person}", Get).Tells(Told.Command).WithName("getPerson").WithTags("People").IsAudited()
            .WithSummary("One person; the ETag goes into If-Match when they are corrected")
            .Produces<PersonView>().ProducesProblem(StatusCodes.Status404NotFound);
        cohorts.MapPost("/{cohort}/people", Add).WithName("addPerson").WithTags("People")
            .WithSummary("Let one person join")
            .WithDescription("Until the sessions are half over they are asked for their offers and wishes and get a partner if there is one. The same call again changes nothing.")
            .Produces<PersonView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        cohorts.MapPatch("/{cohort}/people/{person}", Patch).WithName("patchPerson").WithTags("People")
            .WithSummary("Correct what the list says of somebody")
            .WithDescription("With If-Match, whoever has changed since is not written over. A pair that stands in one reporting line then ends, and both get another partner. "
                + "With '?preview=true' it only says which fields would change, which pairs would end and who would hear of it; what somebody has not answered is mailed to a new address, and that there is such a thing is not told.")
            .Produces<PersonView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> Get(CohortId cohort, PersonId person, HttpResponse response, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found => await Find(store, found, person, cancel) is { } stored
            ? await View(response, found, stored.Value, store, cancel)
            : NotThere(person), cancel);

    private static Task<IResult> Add(CohortId cohort, NewPerson request, CohortService cohorts, PersonEditor editor, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (!PeopleService.IsOpen(found.State))
            {
                return Problem.Create(StatusCodes.Status409Conflict, "Nothing was stored", "The sessions of this cohort are over: nobody can join any more.");
            }

            var findings = new Findings();
            if (await editor.Add(found, RowOf(request), findings, cancel) is not { } person)
            {
                return Problem.OfList(findings);
            }

            return TypedResults.Created($"{CohortLinks.LinksTo(found.Id)}/people/{person.Id}", await PersonView.Of(found, person, store, cancel));
        }, cancel);

    private static Task<IResult> Patch(
        CohortId cohort, PersonId person, PersonPatch request, bool? preview, [FromHeader(Name = "If-Match")] string? seen, HttpRequest from, HttpResponse response, CohortService cohorts, PersonEditor editor,
        ActPreviews previews, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (await Find(store, found, person, cancel) is not { } stored)
            {
                return NotThere(person);
            }

            if (!stored.Value.IsActive || found.State.Status is CycleStatus.Cancelled or CycleStatus.Erased)
            {
                return CohortLookup.NotNow(found, stored.Value.IsActive ? "Nobody is corrected any more" : "This person takes part no longer");
            }

            if (seen is not null && seen != "*" && seen.Trim('"') != PersonEditor.VersionOf(stored.Value))
            {
                return Problem.Create(StatusCodes.Status412PreconditionFailed, "Nothing was changed", "This person has changed since: read them again.");
            }

            var findings = new Findings();
            if (preview is true)
            {
                return await editor.Preview(found, stored.Value, ChangeOf(request), findings, cancel) is { } correction
                    ? TypedResults.Ok(await previews.Correct(found, correction, cancel))
                    : Problem.OfList(findings);
            }

            try
            {
                return await editor.Edit(found, stored, ChangeOf(request), ManagerIdentity.Of(from.HttpContext.User)?.Id, findings, cancel) is { } edited
                    ? await View(response, found, edited.Person, store, cancel)
                    : Problem.OfList(findings);
            }
            catch (StoreConflictException)
            {
                return Problem.Create(StatusCodes.Status412PreconditionFailed, "Nothing was changed", "This person has changed in this moment: read them again.");
            }
        }, cancel);

    private static async Task<IResult> View(HttpResponse response, StandingCohort cohort, Person person, IStore store, CancellationToken cancel)
    {
        if (await Find(store, cohort, person.Id, cancel) is { } now)
        {
            response.Headers.ETag = $"\"{PersonEditor.VersionOf(now.Value)}\"";
        }

        return TypedResults.Ok(await PersonView.Of(cohort, person, store, cancel));
    }

    private static async Task<Stored<Person>?> Find(IStore store, StandingCohort cohort, PersonId person, CancellationToken cancel) =>
        await store.FindTold(cohort.Partition, person, cancel);

    private static IResult NotThere(PersonId person) => Problem.NotFound($"There is no person '{person}' in this cohort.");

    private static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static PersonChange ChangeOf(PersonPatch patch) => new()
    {
        Name = patch.Name, Email = patch.Email, Role = patch.Role, JobTitle = patch.JobTitle, Department = patch.Department, Level = Text(patch.Level),
        ManagerEmail = patch.ManagerEmail, Location = patch.Location, TimeZone = patch.TimeZone, Capacity = Text(patch.Capacity),
        Languages = patch.Languages,
    };

    private static RosterRow RowOf(NewPerson person) => new(RosterPlace.InJson(0))
    {
        Name = person.Name, Email = person.Email, Role = person.Role, JobTitle = person.JobTitle, Department = person.Department, Level = Text(person.Level),
        ManagerEmail = person.ManagerEmail, Location = person.Location, TimeZone = person.TimeZone, Languages = person.Languages ?? [], Capacity = Text(person.Capacity),
        DelegateEmail = person.DelegateEmail,
    };
}
