using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Reports;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.NextTime;

/// <summary>What to keep and what to change next time, and the way there.</summary>
/// <param name="Suggestions">Empty while the closing survey is open.</param>
[Tells(Told.Aggregate)]
public sealed record NextTimeViewModel(CohortContext Context, IReadOnlyList<Suggestion> Suggestions);

internal sealed class NextTimePage(IStore store)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<NextTimePage>(
        Told.Aggregate,
        routes => routes.MapGet($"/{ManagerRoutes.NextTime}", (HttpContext context, CohortId cohort, PageHandler pageHandler, NextTimePage page) =>
            pageHandler.Open(context, cohort, page.Show)),
        menu: ManagerRoutes.NextTime,
        role: ManagerRole.Viewer);

    public async Task<FormResult> Show(CohortContext context)
    {
        var read = await ReadReport.Read(store, context.Cohort, context.State, context.Now, withWords: false, context.Cancel);
        return FormResult.ForPage<NextTimeView>(new NextTimeViewModel(context, Suggestions.For(read.Report, context.Cohort.Settings.Goal)));
    }
}
