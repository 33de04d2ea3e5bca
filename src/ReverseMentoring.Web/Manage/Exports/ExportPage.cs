using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Exports;

/// <summary>Sends a list as a file: <c>/manage/cohorts/{cohort}/export/people.xlsx</c>.</summary>
internal sealed class ExportPage(ExportCatalogue catalogue)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<ExportPage>(
        Told.List,
        routes => routes.MapGet($"/{ManagerRoutes.Export}/{{list}}.{{format}}", (HttpContext context, CohortId cohort, string list, string format, PageHandler pageHandler, ExportPage page) =>
            pageHandler.Open(context, cohort, cohortContext => page.Send(cohortContext, list, format))));

    public async Task<FormResult> Send(CohortContext context, string list, string format)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        if (format is not (ExportFormats.Csv or ExportFormats.Excel) || await catalogue.Read(context, list) is not { } table)
        {
            return ErrorPages.NotFound(context);
        }

        var bytes = await ExportWriter.Write(table, context.Cohort.Settings.Name, format, context.Cancel);
        return new FormResult.File($"{context.Cohort.Id}-{list}.{format}", ExportWriter.TypeOf(format), bytes);
    }
}
