using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Figures;

/// <summary>What a cohort came to.</summary>
/// <param name="Final">False: these are the figures of now, and the cycle goes on.</param>
public sealed record ReportViewModel(CohortContext Context, Report Report, bool Final, Comments Comments);

internal sealed class ReportPage(IStore store)
{
    private static readonly SurveyComments Nothing = new(new(0, []), new(0, []));

    public async Task<FormResult> Show(CohortContext context)
    {
        var written = await store.Read<Report>(Rows.Partition(context.Cohort.Id), Rows.Report, context.Cancel);
        // What people wrote is no figure: it is for the cohort's managers only.
        var comments = !context.May(ManagerRole.Manager) ? new(Nothing, Nothing) : await new CommentReader(store, context.Cohort, context.State).ReadComments(context.Cancel);
        return FormResult.ForPage<ReportView>(written is not null
            ? new ReportViewModel(context, written.Value, true, comments)
            : new ReportViewModel(context, await new ReportWriter(store, context.Cohort, context.State).Write(context.Now, context.Cancel), false, comments));
    }
}
