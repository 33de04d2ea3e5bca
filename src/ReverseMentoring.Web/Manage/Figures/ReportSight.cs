using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Frame;

namespace ReverseMentoring.Web.Manage.Figures;

/// <summary>What a cohort came to.</summary>
/// <param name="Final">False: these are the figures of now, and the cycle goes on.</param>
public sealed record ReportSight(DeskAtCohort Desk, Report Report, bool Final, Comments Comments);

internal sealed class ReportPage(IStore store)
{
    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        var written = await store.Read<Report>(Rows.Partition(desk.Cohort.Id), Rows.Report, desk.Cancel);
        var comments = await new CommentReader(store, desk.Cohort, desk.State).Read(desk.Cancel);
        return Outcome.Of<ReportView>(written is not null
            ? new ReportSight(desk, written.Value, true, comments)
            : new ReportSight(desk, await new ReportWriter(store, desk.Cohort, desk.State).Write(desk.Now, desk.Cancel), false, comments));
    }
}
