using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <summary>A pair's session and other times for it, at which both can come.</summary>
/// <param name="Now">When it is to be.</param>
/// <param name="Times">Other times for it.</param>
/// <param name="Preview">Who hears of it, and in which words.</param>
/// <param name="State">The choice, with what was wrong with it.</param>
[Tells(Told.Command)]
public sealed record MoveSessionModel(CohortContext Context, Meeting Pair, int Number, Interval Now, IReadOnlyList<Interval> Times, PreviewModel Preview, FormState State);

/// <summary>Managers give a session another time, as its people do by themselves: one that is free for both, of which both hear at once.</summary>
internal sealed class MoveSessionPage(SessionMoves moves, CohortQueries cohortQueries)
{
    public const string Time = "time";

    private const string Place = $"/{ManagerRoutes.Pairs}/{{pair}}/sessions/{{number:int}}";

    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<MoveSessionPage>(
        Told.Command,
        routes =>
        {
            routes.MapGet(Place, (HttpContext context, CohortId cohort, MeetingId pair, int number, PageHandler pageHandler, MoveSessionPage page) =>
                pageHandler.Open(context, cohort, cohortContext => page.Show(cohortContext, pair, number))).IsAudited();
            routes.MapPost(Place, (HttpContext context, CohortId cohort, MeetingId pair, int number, PageHandler pageHandler, MoveSessionPage page) =>
                pageHandler.Open(context, cohort, cohortContext => page.Move(cohortContext, pair, number)));
        });

    public async Task<FormResult> Show(CohortContext context, MeetingId pair, int number) =>
        IsOpen(context) && await moves.Find(context.Standing, pair, number, context.Cancel) is { } move
            ? FormResult.ForPage<MoveSessionView>(await Model(context, move))
            : ErrorPages.NotFound(context);

    public async Task<FormResult> Move(CohortContext context, MeetingId pair, int number)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        if (!IsOpen(context) || await moves.Find(context.Standing, pair, number, context.Cancel) is not { } move)
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        var chosen = DateTimeOffset.TryParseExact(form[Time], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start);
        if (!chosen || !await moves.Move(context.Standing, move, start, context.Cancel))
        {
            var wrong = new FieldError(Time, context.Say(chosen ? "Move.Taken" : "Move.Choose"));
            return FormResult.ForPage<MoveSessionView>(await Model(context, move) with { State = FormState.FromValues([], wrong) }, StatusCodes.Status422UnprocessableEntity);
        }

        return Done(context, pair);
    }

    private FormResult.SeeOther Done(CohortContext context, MeetingId pair)
    {
        cohortQueries.Forget(context.Cohort.Id);
        return new($"{context.Address($"{ManagerRoutes.Pairs}/{pair}")}?done=Moved");
    }

    private static bool IsOpen(CohortContext context) => context.State.Status is CycleStatus.Running;

    private static async Task<MoveSessionModel> Model(CohortContext context, SessionMove move) =>
        new(context, move.Pair, move.Proposal.Session.Number, move.Proposal.Session.Time, move.Proposal.Times, await PreviewModel.Create(context, move.Preview), FormState.Empty);
}
