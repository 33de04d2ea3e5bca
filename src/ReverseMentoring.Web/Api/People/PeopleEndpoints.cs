using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Paging;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.People;

/// <summary>Somebody without a partner.</summary>
/// <param name="Candidates">How many rules allow by the cohort's list alone, whatever anybody has answered.</param>
/// <param name="Reason">"capacity": by the list, rules allow somebody; "fit": by the list, rules allow nobody; "drawn": they wait by a draw; "again": a pair of theirs has ended since. More is not said of a single person.</param>
[Tells(Told.Review)]
public sealed record UnmatchedView(PersonId Id, string Name, Role Role, int Candidates, string Reason);

/// <summary>Who takes part, and who has no partner and why.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/people", People).Tells(Told.List).WithName("listPeople").WithTags("People")
            .WithSummary("Participants, by pages (limit, after), of one state if asked (state)")
            .WithDescription("Whoever has left, or had their data erased, stands in no list: of both only how many they are is told, in the cohort's figures.")
            .Produces<Page<PersonView>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status404NotFound);
        cohorts.MapGet("/{cohort}/unmatched", Unmatched).Tells(Told.Review).WithName("listUnmatched").WithTags("People")
            .WithSummary("Who has no partner, and why, by pages (limit, after)")
            .Produces<Page<UnmatchedView>>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> People(CohortId cohort, [AsParameters] PageQuery query, string? state, HttpRequest request, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (state is not null && !Enum.TryParse<PersonState>(state.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out _))
            {
                return Problem.Create(
                    StatusCodes.Status422UnprocessableEntity, "There is no such state",
                    $"'state' must be one of {string.Join(", ", Enum.GetValues<PersonState>().Select(one => ApiNames.ToName(one)))}.");
            }

            var standing = await store.ReadStanding(found.Id, found.State, cancel);
            var (people, next) = await query.ReadPage<Person>(
                store, found.Partition, Rows.Person, person => !person.IsGone && (state is null || ApiNames.ToName(standing.StateOf(person.Id)) == state), cancel);
            var gone = await PersonView.GoneManagers(store, found.Partition, people, cancel);
            return TypedResults.Ok(query.Page(
                [.. people.Select(person => PersonView.From(person, standing.StateOf(person.Id), found.Cohort.Settings.WorksCouncil, gone))], request, next));
        }, cancel);

    private static Task<IResult> Unmatched(CohortId cohort, [AsParameters] PageQuery query, HttpRequest request, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var standing = await store.ReadStanding(found.Id, found.State, cancel);
            var (people, next) = await query.ReadPage<Person>(
                store, found.Partition, Rows.Person, person => standing.StateOf(person.Id) is PersonState.Waiting, cancel);
            var why = await WhyWithout.Read(store, found.Cohort, await new MeetingRepository(store, found.Id).All(cancel).Select(row => row.Value).ToListAsync(cancel), cancel);
            return TypedResults.Ok(query.Page(
                [.. people.Select(person => new UnmatchedView(person.Id, person.Name, person.Role, why.CandidatesOf(person.Id), why.Of(person.Id)))], request, next));
        }, cancel);
}
