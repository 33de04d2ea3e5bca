using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Overview;

internal sealed class OverviewPage(IStore store, CohortGlances glances, ActPreviews previews)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<OverviewPage>(
        Told.Exception,
        routes => routes.MapGet("", (HttpContext context, CohortId cohort, PageHandler pageHandler, OverviewPage page) => pageHandler.Open(context, cohort, page.Show)),
        menu: "");

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var glance = await glances.Look(context.Standing, context.Cancel);
        var sessions = await context.Rows.Sessions();
        return FormResult.ForPage<OverviewView>(new OverviewViewModel(
            context, glance.Schedule, glance.Turnout, [.. new OverviewFigures(context, glance).Tiles()],
            await NeedLines.Of(context, glance.Needs),
            await store.Query(Rows.Partition(context.Cohort.Id), KeyRange.Prefix(CohortCommand.Keys), context.Cancel).AnyAsync(context.Cancel))
        {
            // In works council mode no day on which somebody meets is told, nor by what is past: it is one pair's, and goes when that pair ends.
            Late = context.IsCouncilMode ? null : LateStart.Find(context.State, (await context.Rows.Meetings()).Items, sessions.Items),
            Proposed = context.State.Phase == PhaseNames.Sessions && !context.IsCouncilMode && glance.Standing is { Meetings.Proposals: > 0 and var proposed, LastSession: { } booked } ? (proposed, booked) : null,
            IsUnplanned = context.State.Phase == PhaseNames.Sessions && !glance.Standing.IsPlanned,
            Approval = context.State is { Phase: PhaseNames.Review, Status: CycleStatus.Running, Approved: false } ? await PreviewModel.Create(context, await previews.Approve(context.Standing, context.Cancel)) : null,
            Closing = context.State is { Phase: PhaseNames.Sessions, Status: CycleStatus.Running } && !context.IsCouncilMode
                ? await PreviewModel.Create(context, await previews.CloseSessions(
                    context.Standing, (await context.Rows.People()).Items.Where(person => person.Active).Select(person => person.Id), (await context.Rows.Meetings()).Items, sessions.Items, context.Cancel)) : null,
            IsPast = context.State.Phase == PhaseNames.Sessions && !context.IsCouncilMode && glance.Standing is { IsPlanned: true, Sessions.All: > 0 } && !(glance.Standing.LastSession > context.Now),
        });
    }
}
