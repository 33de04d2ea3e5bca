using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Exports;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Comparing;

/// <summary>Cohorts that are over, side by side, the first first.</summary>
[Tells(Told.Aggregate)]
public sealed record CompareViewModel(ManagerContext Context, IReadOnlyList<ComparedCohort> Cohorts);

internal sealed class ComparePage(IStore store)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfAll<ComparePage>(
        Told.Aggregate,
        routes =>
        {
            routes.MapGet("/compare", (HttpContext context, PageHandler pageHandler, ComparePage page) => pageHandler.Open(context, page.Show));
            routes.MapGet("/compare.{format}", (HttpContext context, string format, PageHandler pageHandler, ComparePage page) => pageHandler.Open(context, manager => page.Send(manager, format)));
        },
        menu: "compare",
        role: ManagerRole.Viewer);

    public async Task<FormResult> Show(ManagerContext context) => FormResult.ForPage<CompareView>(new CompareViewModel(context, await Read(context)));

    /// <summary>The same as a file.</summary>
    public async Task<FormResult> Send(ManagerContext context, string format)
    {
        if (format is not (ExportFormats.Csv or ExportFormats.Excel))
        {
            return ErrorPages.NotFound(context);
        }

        var table = new ExportTable(
            [.. CompareColumns.All.Select(column => new ExportColumn(context.Say(column.Head), Told.Aggregate))],
            [.. (await Read(context)).Select(cohort => (IReadOnlyList<object?>)[.. CompareColumns.All.Select(column => column.Value(context, cohort))])]);
        return new FormResult.File($"cohorts.{format}", ExportWriter.TypeOf(format), await ExportWriter.Write(table, context.Say("Menu.compare"), format, context.Cancel));
    }

    /// <summary>Reads the few rows of each that is over: its report stays when its people are erased.</summary>
    private async Task<IReadOnlyList<ComparedCohort>> Read(ManagerContext context)
    {
        var found = new List<ComparedCohort>();
        await foreach (var row in store.Query<CohortListing>(Rows.Cohorts, KeyRange.Prefix(""), context.Cancel).Where(row => context.Who!.Sees(row.Key)))
        {
            if (await store.ReadReport(new(row.Key), context.Cancel) is { } report && report.Wave(WaveNames.End) is not null && await store.ReadCohort(new(row.Key), context.Cancel) is { } cohort)
            {
                found.Add(new(cohort, report));
            }
        }

        return [.. found.OrderBy(one => one.Cohort.Settings.Start).ThenBy(one => one.Cohort.Id)];
    }
}
