using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Reports;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Exports;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Sponsors;

internal sealed class SponsorPage(IStore store)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<SponsorPage>(
        Told.Aggregate,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Sponsor}", (HttpContext context, CohortId cohort, PageHandler pageHandler, SponsorPage page) => pageHandler.Open(context, cohort, page.Show));
            routes.MapGet($"/{ManagerRoutes.Sponsor}.{{format}}", (HttpContext context, CohortId cohort, string format, PageHandler pageHandler, SponsorPage page) =>
                pageHandler.Open(context, cohort, cohortContext => page.Send(cohortContext, format)));
        },
        menu: ManagerRoutes.Sponsor,
        role: ManagerRole.Viewer);

    public async Task<FormResult> Show(CohortContext context) => FormResult.ForPage<SponsorView>(await Read(context));

    /// <summary>The figures of the sheet, and of each statement that it chooses among, as a file: what is not shown there is not shown here.</summary>
    public async Task<FormResult> Send(CohortContext context, string format)
    {
        if (format is not (ExportFormats.Csv or ExportFormats.Excel))
        {
            return ErrorPages.NotFound(context);
        }

        var bytes = await ExportWriter.Write(SponsorTable.Of(await Read(context)), context.Cohort.Settings.Name, format, context.Cancel);
        return new FormResult.File($"{context.Cohort.Id}-{ManagerRoutes.Sponsor}.{format}", ExportWriter.TypeOf(format), bytes);
    }

    private async Task<SponsorViewModel> Read(CohortContext context)
    {
        var read = await ReadReport.Read(store, context.Cohort, context.State, context.Now, withWords: false, context.Cancel);
        return new(context, read.Report, read.Final, Outcomes.Of(read.Report), Suggestions.For(read.Report, context.Cohort.Settings.Goal));
    }
}
