using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.People;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Commands;

/// <summary>Until when somebody pauses.</summary>
/// <param name="Until">The last day of the pause, on the person's own calendar: today or later, at most half a year away.</param>
public sealed record PauseRequest(DateOnly Until);

/// <summary>What a manager can say about one person. It is stored and answered at once; the cohort takes its turn right after.</summary>
internal static class PersonCommandEndpoints
{
    public static void MapPersonCommands(this IEndpointRouteBuilder cohorts)
    {
        Describe(cohorts.MapPost("/{cohort}/people/{person}/pause", Pause), "pausePerson", "People", "No questions, reminders or sessions for somebody until a day")
            .WithDescription("Mails are held and go out afterwards, as far as they still make sense; sessions of these days are moved.")
            .Produces<PersonView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Describe(cohorts.MapPost("/{cohort}/people/{person}/renew-links", RenewLinks), "renewLinks", "People", "End all links that somebody has had, and mail them new ones")
            .Produces<PersonView>(StatusCodes.Status202Accepted);
        Describe(cohorts.MapPost("/{cohort}/people/{person}/resume", Resume), "resumePerson", "People", "End somebody's pause now")
            .Produces<PersonView>(StatusCodes.Status202Accepted);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string name, string tag, string summary) => endpoint
        .WithName(name).WithTags(tag).WithSummary(summary)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static Task<IResult> Pause(
        CohortId cohort, PersonId person, PauseRequest request, CohortService cohorts, PersonService people, IStore store, TimeProvider clock, CancellationToken cancel) =>
        With(cohort, person, cohorts, store, async (found, who) =>
        {
            var today = who.ZoneAt(clock.GetUtcNow()).DateAt(clock.GetUtcNow());
            if (request.Until < today || request.Until > today.AddDays(PersonService.LongestPause))
            {
                return Problem.Create(
                    StatusCodes.Status422UnprocessableEntity, "Nothing was changed",
                    $"'until' must be a day from {today:yyyy-MM-dd} to {today.AddDays(PersonService.LongestPause):yyyy-MM-dd}.");
            }

            await people.Pause(found.Id, who.Id, request.Until, cancel);
            return await Accepted(found, who, store, cancel);
        }, cancel);

    private static Task<IResult> Resume(CohortId cohort, PersonId person, CohortService cohorts, PersonService people, IStore store, CancellationToken cancel) =>
        With(cohort, person, cohorts, store, async (found, who) =>
        {
            await people.Resume(found.Id, who.Id, cancel);
            return await Accepted(found, who, store, cancel);
        }, cancel);

    private static Task<IResult> RenewLinks(CohortId cohort, PersonId person, CohortService cohorts, ParticipationService participation, IStore store, CancellationToken cancel) =>
        With(cohort, person, cohorts, store, async (found, who) =>
        {
            await participation.RenewLinks(found.Id, who.Id, cancel);
            return await Accepted(found, who, store, cancel);
        }, cancel);

    private static Task<IResult> With(
        CohortId cohort, PersonId person, CohortService cohorts, IStore store, Func<StandingCohort, Person, Task<IResult>> act, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (await store.FindTold(found.Partition, person, cancel) is not { } stored)
            {
                return Problem.NotFound($"There is no person '{person}' in this cohort.");
            }

            return stored.Value.IsActive && !IsOver(found)
                ? await act(found, stored.Value)
                : CohortLookup.NotNow(found, stored.Value.IsActive ? "A pause is not possible now" : "This person has left");
        }, cancel);

    private static bool IsOver(StandingCohort cohort) => cohort.State.Status is CycleStatus.Cancelled or CycleStatus.Erased;

    private static async Task<IResult> Accepted(StandingCohort cohort, Person person, IStore store, CancellationToken cancel) => TypedResults.Accepted(
        $"{CohortLinks.LinksTo(cohort.Id)}/people",
        await PersonView.Of(cohort, person, store, cancel));
}
