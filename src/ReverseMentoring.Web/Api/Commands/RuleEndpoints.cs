using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Commands;

/// <summary>What the manager decided about single pairs.</summary>
/// <param name="Locks">These two together.</param>
/// <param name="Forbids">These two not.</param>
/// <param name="RefusedLocks">Locks that the last matching could not grant, with the rule that forbids them. Pairs only.</param>
/// <param name="LocksApart">Locks of two who share no circle all the same. Circles only.</param>
[Tells(Told.Review)]
public sealed record RulesView(
    IReadOnlyList<PairIds> Locks, IReadOnlyList<PairIds> Forbids, IReadOnlyList<RefusedLock> RefusedLocks, IReadOnlyList<PairIds> LocksApart,
    [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);

/// <summary>Locks and forbids. They hold from the next matching on: say <c>rerun</c> when all are set.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/rules", Get).Tells(Told.Review).WithName("getRules").WithTags("Pairs")
            .WithSummary("Locks and forbids as they stand").Produces<RulesView>().ProducesProblem(StatusCodes.Status404NotFound);
        Map(cohorts.MapPut("/{cohort}/locks/{mentor}/{mentee}", Lock), "lockPair", "This mentor with this mentee");
        Map(cohorts.MapPut("/{cohort}/forbids/{mentor}/{mentee}", Forbid), "forbidPair", "Not this mentor with this mentee");
        Map(cohorts.MapDelete("/{cohort}/rules/{mentor}/{mentee}", Free), "freePair", "Neither lock nor forbid any more");
    }

    private static void Map(RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .WithName(name).WithTags("Pairs").WithSummary(summary)
        .WithDescription("Ids are those of people. Possible during the review; it holds from the next 'rerun' on.")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static Task<IResult> Get(CohortId cohort, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var rules = (await store.Read<MatchRules>(found.Partition, Rows.Rules, cancel))?.Value ?? new();
            var result = await store.Read<MatchSummary>(found.Partition, Rows.Result, cancel);
            var circles = await store.Read<CircleSummary>(found.Partition, CircleSummary.Key, cancel);
            return TypedResults.Ok(new RulesView(
                rules.Locks, rules.Forbids, result?.Value.RefusedLocks ?? [], circles?.Value.LocksApart ?? [], CohortLinks.LinksTo(found)));
        }, cancel);

    private static Task<IResult> Lock(CohortId cohort, PersonId mentor, PersonId mentee, CohortService cohorts, ParticipationService people, CircleLocks locks, CancellationToken cancel) =>
        Give(CommandKind.Lock, cohort, mentor, mentee, cohorts, people, locks, cancel);

    private static Task<IResult> Forbid(CohortId cohort, PersonId mentor, PersonId mentee, CohortService cohorts, ParticipationService people, CircleLocks locks, CancellationToken cancel) =>
        Give(CommandKind.Forbid, cohort, mentor, mentee, cohorts, people, locks, cancel);

    private static Task<IResult> Free(CohortId cohort, PersonId mentor, PersonId mentee, CohortService cohorts, ParticipationService people, CircleLocks locks, CancellationToken cancel) =>
        Give(CommandKind.Free, cohort, mentor, mentee, cohorts, people, locks, cancel);

    private static Task<IResult> Give(
        CommandKind kind, CohortId cohort, PersonId mentor, PersonId mentee, CohortService cohorts, ParticipationService people, CircleLocks locks, CancellationToken cancel) =>
        cohorts.WithPossible(cohort, kind, async found =>
        {
            foreach (var (id, role) in new[] { (mentor, Role.Mentor), (mentee, Role.Mentee) })
            {
                if (!PersonIds.IsOne(id.Value) || await people.Find(found.Id, id, cancel) is not { IsGone: false } one || one.Role != role)
                {
                    return Problem.NotFound($"There is no {ApiNames.ToName(role)} '{id}' in this cohort.");
                }
            }

            if (kind is CommandKind.Lock && await locks.RuleAgainst(found.Cohort, mentor, mentee, cancel) is not null)
            {
                return Problem.Create(StatusCodes.Status409Conflict, "Nothing was changed", "One of the two has no circle now, whether they have answered or not: only two who each have one can be locked together.");
            }

            await cohorts.GiveCommand(found, kind, mentor: mentor, mentee: mentee, cancel: cancel);
            return TypedResults.Accepted(CohortLinks.LinksTo(found.Id) + "/rules", CohortSummary.From(found));
        }, cancel);
}
