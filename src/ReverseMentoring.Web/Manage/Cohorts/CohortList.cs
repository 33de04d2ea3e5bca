using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem.Tables;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Cohorts;

/// <param name="Cohort">Null where it is erased, or the reader sees figures of the report only.</param>
/// <param name="Glance">Likewise.</param>
[Tells(Told.Aggregate)]
public sealed record CohortLine(CohortId Id, CohortListing Listing, CycleState State, Cohort? Cohort = null, CohortGlance? Glance = null);

/// <summary>All cohorts of whoever asks, the one that starts last first.</summary>
/// <param name="IsMailStoppedBySetting">Only who runs the host can let mail go on.</param>
[Tells(Told.Aggregate)]
public sealed record CohortList(ManagerContext Context, ListQuery Query, IReadOnlyList<CohortLine> Rows, int Total, bool IsMailStoppedBySetting)
{
    public const int PageSize = 25;
}

internal sealed class CohortListPage(IStore store, CohortService cohorts, CohortGlances glances, MailStop mailStop)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfAll<CohortListPage>(
        Told.Exception,
        routes => routes.MapGet("", (HttpContext context, PageHandler pageHandler, CohortListPage page) => pageHandler.Open(context, page.Show)),
        menu: "",
        role: ManagerRole.Viewer);

    public async Task<FormResult> Show(ManagerContext context)
    {
        var query = ListQuery.FromRequest(context.Request);
        var looked = PersonLine.Plain(query.Search);
        var all = await store.Query<CohortListing>(Rows.Cohorts, KeyRange.Prefix(""), context.Cancel)
            .Where(row => context.Who!.Sees(row.Key) && PersonLine.Plain(row.Value.Name).Contains(looked, StringComparison.Ordinal)).ToListAsync(context.Cancel);
        var ordered = all.OrderByDescending(row => row.Value.Start).ThenByDescending(row => row.Value.CreatedAt).ThenBy(row => row.Key, StringComparer.Ordinal);
        var lines = new List<CohortLine>();
        foreach (var row in ordered.Skip((query.Page - 1) * CohortList.PageSize).Take(CohortList.PageSize))
        {
            // A cohort whose start stopped half-way has no state: the same call again goes on with it.
            if (await cohorts.Find(new(row.Key), context.Cancel) is { } cohort)
            {
                lines.Add(await LineOf(context, row.Value, cohort));
            }
        }

        return FormResult.ForPage<CohortListView>(new CohortList(context, query, lines, all.Count, mailStop.BySetting));
    }

    private async Task<CohortLine> LineOf(ManagerContext context, CohortListing listing, StandingCohort cohort) =>
        context.May(ManagerRole.Manager) && cohort.State.Status is not CycleStatus.Erased
            ? new(cohort.Id, listing, cohort.State, cohort.Cohort, await glances.Look(cohort, context.Cancel))
            : new(cohort.Id, listing, cohort.State);
}
