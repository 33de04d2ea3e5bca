using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Reports;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Sponsors;

/// <summary>What somebody wants to see who pays for it and has two minutes: one sheet.</summary>
/// <param name="Final">False: the cycle goes on.</param>
[Tells(Told.Aggregate)]
public sealed record SponsorViewModel(CohortContext Context, Report Report, bool Final, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Suggestion> Suggestions);

internal sealed class SponsorPage(IStore store)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<SponsorPage>(
        Told.Aggregate,
        routes => routes.MapGet($"/{ManagerRoutes.Sponsor}", (HttpContext context, CohortId cohort, PageHandler pageHandler, SponsorPage page) =>
            pageHandler.Open(context, cohort, page.Show)),
        menu: ManagerRoutes.Sponsor,
        role: ManagerRole.Viewer);

    public async Task<FormResult> Show(CohortContext context)
    {
        var read = await ReadReport.Read(store, context.Cohort, context.State, context.Now, withWords: false, context.Cancel);
        return FormResult.ForPage<SponsorView>(new SponsorViewModel(
            context, read.Report, read.Final, Outcomes.Of(read.Report), Suggestions.For(read.Report, context.Cohort.Settings.Goal)));
    }
}
