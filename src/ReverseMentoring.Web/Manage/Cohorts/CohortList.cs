using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cohorts.Starting;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Cohorts;

public sealed record CohortLine(string Id, CohortListing Listing, CycleState State);

/// <summary>All cohorts, the one that starts last first.</summary>
public sealed record CohortList(Desk Desk, ListQuery Query, IReadOnlyList<CohortLine> Rows, int Total)
{
    public const int PageSize = 25;
}

internal sealed class CohortListPage(IStore store)
{
    public async Task<Outcome> Show(Desk desk)
    {
        var query = ListQuery.Of(desk.Request);
        var looked = PersonLine.Plain(query.Search);
        var all = await store.Query<CohortListing>(Rows.Cohorts, KeyRange.Prefix(""), desk.Cancel)
            .Where(row => PersonLine.Plain(row.Value.Name).Contains(looked, StringComparison.Ordinal)).ToListAsync(desk.Cancel);
        var ordered = all.OrderByDescending(row => row.Value.Start).ThenByDescending(row => row.Value.CreatedAt).ThenBy(row => row.Key, StringComparer.Ordinal);
        var lines = new List<CohortLine>();
        foreach (var row in ordered.Skip((query.Page - 1) * CohortList.PageSize).Take(CohortList.PageSize))
        {
            // A cohort whose start stopped half-way has no state: the same call again goes on with it.
            if (await store.Read<CycleState>(Core.Cohorts.Rows.Partition(row.Key), Core.Cohorts.Rows.State, desk.Cancel) is { } state)
            {
                lines.Add(new(row.Key, row.Value, state.Value));
            }
        }

        return Outcome.Of<CohortListView>(new CohortList(desk, query, lines, all.Count));
    }
}
