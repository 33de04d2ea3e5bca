using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Matches;

public sealed record UnmatchedRow(UnmatchedPerson Unmatched, PersonLine? Person);

/// <summary>Who has no partner and why, and what each rule costs.</summary>
public sealed record UnmatchedList(DeskAtCohort Desk, Listing<UnmatchedRow> Listing, IReadOnlyList<RuleCost> Costs);

internal sealed class UnmatchedPage(IStore store)
{
    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        var partition = Rows.Partition(desk.Cohort.Id);
        var people = await desk.Rows.People();
        var summary = (await store.Read<MatchSummary>(partition, Rows.Result, desk.Cancel))?.Value;
        var query = ListQuery.Of(desk.Request);
        var looked = PersonLine.Plain(query.Search);
        var found = await store.Query<UnmatchedPerson>(partition, KeyRange.Prefix(Rows.Unmatched), desk.Cancel)
            .Select(row => new UnmatchedRow(row.Value, people.ByKey.GetValueOrDefault(row.Value.Id)))
            .Where(row => row.Person?.Search.Contains(looked, StringComparison.Ordinal) ?? looked.Length == 0).ToListAsync(desk.Cancel);
        return Outcome.Of<UnmatchedView>(new UnmatchedList(
            desk,
            Listing<UnmatchedRow>.Of(query, found, query.Sort == "role" ? row => row.Unmatched.Role : row => row.Person?.Sort, row => row.Person?.Sort, row => row.Unmatched.Id),
            summary?.RuleCosts ?? []));
    }
}
