using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Paging;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Meetings;

/// <summary>The pairs and circles of a cohort, drafts included: pairs with their reasons, circles with their rotas.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder cohorts)
    {
        Map(cohorts, MeetingKind.Pair, "pair", "Pairs with their reasons", (pair, names, _) => PairView.From(pair, names));
        Map(cohorts, MeetingKind.Circle, "circle", "Circles with their rotas", CircleApiView.From);
    }

    private static void Map<TView>(
        IEndpointRouteBuilder cohorts, MeetingKind kind, string name, string many, Func<Meeting, IReadOnlyDictionary<PersonId, string>, bool, TView> view)
    {
        var (one, tag) = ($"{char.ToUpperInvariant(name[0])}{name[1..]}", $"{char.ToUpperInvariant(name[0])}{name[1..]}s");
        cohorts.MapGet($"/{{cohort}}/{name}s", List).Tells(Told.Review).WithName($"list{tag}").WithTags(tag)
            .WithSummary($"{many}, by pages (limit, after), of one status if asked (status)")
            .Produces<Page<TView>>().ProducesProblem(StatusCodes.Status404NotFound);
        cohorts.MapGet($"/{{cohort}}/{name}s/{{{name}}}", Get).Tells(Told.Review).WithName($"get{one}").WithTags(tag).IsAudited()
            .WithSummary($"One {name}").Produces<TView>().ProducesProblem(StatusCodes.Status404NotFound);

        // What both had said isn't told once one of them is gone, whether they left or were erased.
        TView View(StandingCohort cohort, Meeting meeting, IReadOnlyDictionary<PersonId, string> names) =>
            view(meeting.Without(person => names[person].Length == 0), names, cohort.Cohort.Settings.WorksCouncil);

        Task<IResult> List(CohortId cohort, [AsParameters] PageQuery query, string? status, HttpRequest request, CohortService cohortService, IStore store, CancellationToken cancel) =>
            cohortService.With(cohort, async found =>
            {
                var (meetings, next) = await query.ReadPage<Meeting>(
                    store, found.Partition, Rows.Meeting,
                    meeting => meeting.Kind == kind && (string.IsNullOrEmpty(status) || ApiNames.ToName(meeting.ToldStatus) == status), cancel);
                var names = await store.NamesOf(found.Partition, meetings.SelectMany(meeting => meeting.Everybody), cancel);
                return TypedResults.Ok(query.Page([.. meetings.Select(meeting => View(found, meeting, names))], request, next));
            }, cancel);

        Task<IResult> Get(CohortId cohort, HttpRequest request, CohortService cohortService, IStore store, CancellationToken cancel) =>
            cohortService.With(cohort, async found =>
            {
                var id = (string)request.RouteValues[name]!;
                if (!PersonIds.IsOne(id) || await new MeetingRepository(store, found.Id).Find(new(id), cancel) is not { Value: var meeting } || meeting.Kind != kind)
                {
                    return Problem.NotFound($"There is no {name} '{id}' in this cohort.");
                }

                return TypedResults.Ok(View(found, meeting, await store.NamesOf(found.Partition, meeting.Everybody, cancel)));
            }, cancel);
    }
}
