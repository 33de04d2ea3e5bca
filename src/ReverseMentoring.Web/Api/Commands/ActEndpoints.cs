using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Commands;

/// <param name="Tell">True: they get a mail that says so, kindly and without a reason. False: no mail goes to them any more, of no kind.</param>
public sealed record TakeOutRequest(bool Tell);

/// <summary>Two who are to be asked whether they would meet.</summary>
/// <param name="Swap">Two more who change with them: both pairs begin, or neither.</param>
public sealed record ProposalRequest(PersonId Mentor, PersonId Mentee, PairRequest? Swap = null);

public sealed record PairRequest(PersonId Mentor, PersonId Mentee);

/// <summary>A partner who would be possible.</summary>
/// <param name="Ends">Pairs that would end for it; nobody is in two pairs more than they have room for.</param>
[Tells(Told.Command)]
public sealed record CandidateView(PersonId Id, string Name, IReadOnlyList<MeetingId> Ends);

/// <param name="Refused">Why nobody is looked for: <c>drawn</c> for somebody who waits by a draw.</param>
[Tells(Told.Command)]
public sealed record CandidateList(IReadOnlyList<CandidateView> Items, string? Refused = null);

/// <summary>What a manager does about people and pairs once the cohort runs, each with a preview.</summary>
internal static class ActEndpoints
{
    private const int MostCandidates = 50;

    public static void MapActs(this IEndpointRouteBuilder cohorts)
    {
        Describe(cohorts.MapPost("/{cohort}/people/{person}/take-out", TakeOut), "takeOutPerson", "People", "Take somebody out of the cohort")
            .WithDescription("Their pair ends, and the partner looks for another and hears no reason. Undone by bring-back; the pair stays ended.");
        Describe(cohorts.MapPost("/{cohort}/people/{person}/bring-back", BringBack), "bringBackPerson", "People", "Let somebody who is out take part again");
        Describe(cohorts.MapPost("/{cohort}/pairs/{pair}/end", End), "endPair", "Pairs", "End a pair")
            .WithDescription("Both hear that it has ended, and not why; both look for another partner.");
        Describe(cohorts.MapPost("/{cohort}/circles/{pair}/end", End), "endCircle", "Circles", "End a circle");
        Describe(cohorts.MapPost("/{cohort}/proposals", Propose), "proposePair", "Pairs", "Ask two whether they would meet, or four whether they would swap")
            .WithDescription("While pairs meet. Both sides are asked as ever; what they have now goes on until all have accepted, and for good where somebody would rather not.");
        cohorts.MapGet("/{cohort}/people/{person}/candidates", Candidates).Tells(Told.Command).WithName("listCandidates").WithTags("Pairs").IsAudited()
            .WithSummary("Possible partners for somebody, the best first: those with room, then those who would have to change")
            .Produces<CandidateList>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string name, string tag, string summary) => endpoint
        .WithName(name).WithTags(tag).WithSummary(summary)
        .Produces<ActPreview>().Produces<ActPreview>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static Task<IResult> TakeOut(
        CohortId cohort, PersonId person, TakeOutRequest request, [AsParameters] SentAct sent, CohortService cohorts, ActPreviews previews, PersonService people, IStore store,
        CancellationToken cancel) => sent.Run(
            cohort, cohorts,
            async found => await Find(store, found, person, cancel) is { } who ? await previews.TakeOut(found, who, request.Tell, cancel) : null,
            (found, key) => people.TakeOut(found.Id, person, request.Tell, key, cancel), cancel);

    private static Task<IResult> BringBack(
        CohortId cohort, PersonId person, [AsParameters] SentAct sent, CohortService cohorts, PersonService people, IStore store, CancellationToken cancel) => sent.Run(
            cohort, cohorts,
            async found => await Find(store, found, person, cancel) is { } who ? ActPreviews.BringBack(found, who) : null,
            (found, key) => people.BringBack(found.Id, person, key, cancel), cancel);

    private static Task<IResult> End(
        CohortId cohort, MeetingId pair, [AsParameters] SentAct sent, CohortService cohorts, ActPreviews previews, PersonService people, IStore store, CancellationToken cancel) => sent.Run(
            cohort, cohorts,
            async found => PersonIds.IsOne(pair.Value) && await new MeetingRepository(store, found.Id).Find(pair, cancel) is { } meeting
                ? await previews.End(found, meeting.Value, cancel)
                : null,
            (found, key) => people.End(found.Id, pair, key, cancel), cancel);

    private static Task<IResult> Propose(
        CohortId cohort, ProposalRequest request, [AsParameters] SentAct sent, CohortService cohorts, ActPreviews previews, PersonService people, IStore store, CancellationToken cancel)
    {
        IReadOnlyList<ProposedPair> pairs = [];
        return sent.Run(
            cohort, cohorts,
            async found =>
            {
                var weigher = await PairWeigher.Load(store, found.Cohort, found.State, cancel);
                pairs = weigher.Propose([(request.Mentor, request.Mentee), .. request.Swap is { } swap ? [(swap.Mentor, swap.Mentee)] : Array.Empty<(PersonId, PersonId)>()]);
                return await previews.Propose(found, weigher, pairs, cancel);
            },
            (found, key) => people.Propose(found.Id, pairs, key, cancel), cancel);
    }

    private static Task<IResult> Candidates(CohortId cohort, PersonId person, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (await Find(store, found, person, cancel) is null)
            {
                return Problem.NotFound($"There is no person '{person}' in this cohort.");
            }

            var weigher = await PairWeigher.Load(store, found.Cohort, found.State, cancel);
            var candidates = weigher.CandidatesFor(person).Take(MostCandidates).ToArray();
            var names = await store.NamesOf(found.Partition, candidates.Select(candidate => candidate.Person), cancel);
            return TypedResults.Ok(new CandidateList([.. candidates.Select(candidate => new CandidateView(candidate.Person, names[candidate.Person], candidate.Ends))], weigher.WhyNobody(person)));
        }, cancel);

    private static async Task<Person?> Find(IStore store, StandingCohort cohort, PersonId person, CancellationToken cancel) =>
        (await store.FindTold(cohort.Partition, person, cancel))?.Value;
}
