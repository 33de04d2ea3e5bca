using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.DesignSystem.Tables;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Matches;

public sealed record UnmatchedRow(UnmatchedPerson Unmatched, PersonLine? Person);

/// <summary>Who has no partner and why, and what each rule costs where that is enough people.</summary>
public sealed record UnmatchedList(CohortContext Context, Listing<UnmatchedRow> Listing, IReadOnlyList<RuleCost> Costs);

internal sealed class UnmatchedPage(IStore store)
{
    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var partition = Rows.Partition(context.Cohort.Id);
        var people = await context.Rows.People();
        var summary = (await store.Read<MatchSummary>(partition, Rows.Result, context.Cancel))?.Value;
        var query = ListQuery.FromRequest(context.Request);
        var looked = PersonLine.Plain(query.Search);
        var found = await store.Query<UnmatchedPerson>(partition, KeyRange.Prefix(Rows.Unmatched), context.Cancel)
            .Select(row => new UnmatchedRow(row.Value, people.Find(row.Value.Id)))
            .Where(row => row.Person?.Search.Contains(looked, StringComparison.Ordinal) ?? looked.Length == 0).ToListAsync(context.Cancel);
        return FormResult.ForPage<UnmatchedView>(new UnmatchedList(
            context,
            Listing<UnmatchedRow>.Create(query, found, query.Sort == "role" ? row => row.Unmatched.Role : row => row.Person?.Sort, row => row.Person?.Sort, row => row.Unmatched.Id.Value),
            [.. (summary?.RuleCosts ?? []).Where(cost => cost.Mentees + cost.Mentors >= context.Cohort.MinimumGroup)]));
    }
}
