using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Signs;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Overview;

internal sealed class SightPage(IStore store)
{
    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        var rows = desk.Rows;
        var (open, answered) = (await rows.Open(desk.State.Phase), await rows.Answered(desk.State.Phase));
        var asks = open.Items.Count + answered.Items.Count;
        var figures = new SightFigures(
            desk, await rows.People(), desk.HasReached(PhaseNames.Matching) ? await rows.Meetings() : null,
            desk.HasReached(PhaseNames.Sessions) ? await rows.Sessions() : null, await rows.Mails(), await Unmatched(desk));
        return Outcome.Of<SightView>(new Sight(
            desk, Schedule.Of(desk.Cohort, desk.State, open.Items, desk.Now),
            asks > 0 ? (answered.Items.Count, asks) : null,
            [.. figures.Tiles()],
            [.. figures.Attention()],
            await store.Query<CohortCommand>(Rows.Partition(desk.Cohort.Id), KeyRange.Prefix(CohortCommand.Keys), desk.Cancel)
                .Select(row => row.Value).ToListAsync(desk.Cancel)));
    }

    private async Task<int> Unmatched(DeskAtCohort desk) =>
        desk.HasReached(PhaseNames.Matching)
            ? await store.Query(Rows.Partition(desk.Cohort.Id), KeyRange.Prefix(Rows.Unmatched), desk.Cancel).CountAsync(desk.Cancel)
            : 0;
}
