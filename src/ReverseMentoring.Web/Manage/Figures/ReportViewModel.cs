using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Reports;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Figures;

/// <summary>What a cohort came to.</summary>
/// <param name="Final">False: the cycle goes on.</param>
[Tells(Told.Aggregate)]
public sealed record ReportViewModel(CohortContext Context, Report Report, bool Final, IReadOnlyList<WaveComments> Comments);

internal sealed class ReportPage(IStore store)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<ReportPage>(
        Told.Aggregate,
        routes => routes.MapGet($"/{ManagerRoutes.Report}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ReportPage page) =>
            pageHandler.Open(context, cohort, page.Show)),
        menu: ManagerRoutes.Report,
        role: ManagerRole.Viewer);

    public async Task<FormResult> Show(CohortContext context)
    {
        var read = await ReadReport.Read(store, context.Cohort, context.State, context.Now, context.May(ManagerRole.Manager), context.Cancel);
        return FormResult.ForPage<ReportView>(new ReportViewModel(context, read.Report, read.Final, read.Comments));
    }
}
