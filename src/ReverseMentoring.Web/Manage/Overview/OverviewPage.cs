using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Overview;

internal sealed class OverviewPage(IStore store)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<OverviewPage>(
        routes => routes.MapGet("", (HttpContext context, CohortId cohort, PageHandler pageHandler, OverviewPage page) => pageHandler.Open(context, cohort, page.Show)),
        menu: "");

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var rows = context.Rows;
        var (open, answered) = (await rows.Open(context.State.Phase), await rows.Answered(context.State.Phase));
        var asks = open.Items.Count + answered.Items.Count;
        var standing = await context.ReadStanding();
        var figures = new OverviewFigures(context, standing, await rows.Meetings(), await rows.Sessions(), (asks, open.Items.Count(ask => ask.SentAt is null)),
            await FailedMails.Count(store, Rows.Partition(context.Cohort.Id), context.Cancel));
        return FormResult.ForPage<OverviewView>(new OverviewViewModel(
            context, Schedule.Estimate(context.Cohort, context.State, standing, open.Items.Select(ask => ask.SentAt), context.Now),
            asks > 0 ? Turnouts.Today(context.Cohort, asks, answered.Items.Select(answer => answer.SentAt!.Value), context.Now) : null,
            [.. figures.Tiles()],
            [.. figures.Attention()],
            await store.Query<CohortCommand>(Rows.Partition(context.Cohort.Id), KeyRange.Prefix(CohortCommand.Keys), context.Cancel)
                .Select(row => row.Value).ToListAsync(context.Cancel)));
    }
}
