using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Commands;

/// <param name="Start">When they met; not in the future.</param>
public sealed record HeldRequest(DateTimeOffset Start);

/// <param name="Start">One of the times that are free for all.</param>
public sealed record MoveRequest(DateTimeOffset? Start = null);

/// <param name="Now">When it is to be.</param>
/// <param name="Times">Up to three other times that are free for all.</param>
[Tells(Told.Command)]
public sealed record TimesView(Interval Now, IReadOnlyList<Interval> Times);

/// <summary>A session that was agreed privately, and another time for one.</summary>
internal static class SessionActEndpoints
{
    private const string Place = "/{cohort}/pairs/{pair}/sessions/{number:int}";

    public static void MapSessionActs(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapPost(Place + "/held", Held).WithName("recordSession").WithTags("Sessions")
            .WithSummary("Record that a session was held at a time that the two agreed on by themselves")
            .Produces<ActPreview>().Produces<ActPreview>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        cohorts.MapGet(Place + "/times", Times).Tells(Told.Command).WithName("listSessionTimes").WithTags("Sessions").IsAudited()
            .WithSummary("Other times for a session at which all can come")
            .WithDescription("Not in works council mode (404): whether there are any would tell when the two meet.")
            .Produces<TimesView>().ProducesProblem(StatusCodes.Status404NotFound);
        cohorts.MapPost(Place + "/move", Move).WithName("moveSession").WithTags("Sessions")
            .WithSummary("Move a session to one of these times; all get a new invitation")
            .WithDescription("Not in works council mode (404): whether it can be moved would tell when the two meet, who move it themselves.")
            .Produces<ActPreview>().Produces<ActPreview>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<IResult> Held(
        CohortId cohort, MeetingId pair, int number, HeldRequest request, [AsParameters] SentAct sent, CohortService cohorts, SessionActs sessions, PersonService people,
        CancellationToken cancel)
    {
        Interval? time = null;
        return sent.Run(
            cohort, cohorts,
            async found =>
            {
                (time, var preview) = await sessions.Held(found, pair, number, request.Start, cancel);
                return preview;
            },
            (found, key) => people.RecordSession(found.Id, pair, number, time!.Value, key, cancel), cancel);
    }

    private static Task<IResult> Times(CohortId cohort, MeetingId pair, int number, CohortService cohorts, SessionMoves moves, CancellationToken cancel) =>
        cohorts.With(cohort, async found => await moves.Find(found, pair, number, cancel) is { Proposal: var proposal }
            ? TypedResults.Ok(new TimesView(proposal.Session.Time, proposal.Times))
            : NoSession(found), cancel);

    /// <summary>A second call finds the session where the first has put it.</summary>
    private static Task<IResult> Move(
        CohortId cohort, MeetingId pair, int number, MoveRequest request, [AsParameters] SentAct sent, CohortService cohorts, SessionMoves moves, CancellationToken cancel) =>
        cohorts.With(cohort, async found => SentCommand.WhyNot(sent.Key) is { } wrong ? wrong
            : found.Cohort.Settings.WorksCouncil ? NoSession(found)
            : request.Start is not { } start ? Problem.Create(StatusCodes.Status400BadRequest, "Nothing was changed", "Say in 'start' to which of the times it is to move.")
            : await moves.Find(found, pair, number, cancel) is not { } move ? NoSession(found)
            : sent.Preview is true ? TypedResults.Ok(move.Preview)
            : sent.TooLate(found) is { } late ? late
            : await moves.Move(found, move, start, cancel) ? Done(found, move) : Taken("This time is not, or no longer, free for all: ask for the times again."), cancel);

    private static IResult Done(StandingCohort cohort, SessionMove move) => TypedResults.Accepted($"{CohortLinks.LinksTo(cohort.Id)}/pairs/{move.Pair.Id}", move.Preview);

    private static IResult Taken(string detail) => Problem.Create(StatusCodes.Status409Conflict, "Nothing was changed", detail);

    private static IResult NoSession(StandingCohort cohort) => Problem.NotFound(cohort.Cohort.Settings.WorksCouncil
        ? "In works council mode only the two themselves move a session."
        : "There is no session of this number that is still to be.");
}
