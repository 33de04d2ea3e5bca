using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Paging;

namespace ReverseMentoring.Web.Api.People;

/// <summary>Somebody whom the last matching left without a partner.</summary>
/// <param name="Candidates">Partners that all rules allow.</param>
/// <param name="Reason">"capacity": there are people who fit by the rules, and there was no place for everybody; "fit": nobody fits by the rules. More is not said of a single person.</param>
public sealed record UnmatchedView(PersonId Id, string Name, Role Role, int Candidates, string Reason);

/// <summary>Who takes part, and who has no partner and why.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/people", People).WithName("listPeople").WithTags("People")
            .WithSummary("Participants, by pages (limit, after)")
            .Produces<Page<PersonView>>().ProducesProblem(StatusCodes.Status404NotFound);
        cohorts.MapGet("/{cohort}/unmatched", Unmatched).WithName("listUnmatched").WithTags("People")
            .WithSummary("Who has no partner, and why, by pages (limit, after)")
            .Produces<Page<UnmatchedView>>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> People(CohortId cohort, [AsParameters] PageQuery query, HttpRequest request, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var (people, next) = await query.ReadPage<Person>(store, found.Partition, Rows.Person, _ => true, cancel);
            return TypedResults.Ok(query.Page([.. people.Select(PersonView.From)], request, next));
        }, cancel);

    private static Task<IResult> Unmatched(CohortId cohort, [AsParameters] PageQuery query, HttpRequest request, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var (people, next) = await query.ReadPage<UnmatchedPerson>(store, found.Partition, Rows.Unmatched, _ => true, cancel);
            var names = await store.NamesOf(found.Partition, people.Select(person => person.Id), cancel);
            var items = people.Select(person => new UnmatchedView(person.Id, names[person.Id], person.Role, person.Candidates, person.Reason));
            return TypedResults.Ok(query.Page([.. items], request, next));
        }, cancel);
}
