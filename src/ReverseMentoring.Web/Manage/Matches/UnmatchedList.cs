using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Tables;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Matches;

/// <param name="Reason">See <see cref="WhyWithout"/>.</param>
/// <param name="Allowed">How many of the others rules allow, by the list alone.</param>
[Tells(Told.Review)]
public sealed record UnmatchedRow(PersonLine Person, string Reason, int Allowed);

/// <summary>Who has no partner and why, what each rule costs where that is enough people, and whether some groups are passed over.</summary>
[Tells(Told.Aggregate)]
public sealed record UnmatchedList(CohortContext Context, Listing<UnmatchedRow> Listing, IReadOnlyList<RuleCost> Costs, IReadOnlyList<TraitShares> Selection)
{
    /// <summary>Who begins and who waits by a draw, or why there was none; null: the cohort has no such list, or it is yet to come.</summary>
    public DrawFigures? Draw { get; init; }
}

internal sealed class UnmatchedPage(IStore store)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<UnmatchedPage>(
        Told.Review,
        routes => routes.MapGet($"/{ManagerRoutes.Unmatched}", (HttpContext context, CohortId cohort, PageHandler pageHandler, UnmatchedPage page) =>
            pageHandler.Open(context, cohort, page.Show)));

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var partition = Rows.Partition(context.Cohort.Id);
        var summary = (await store.Read<MatchSummary>(partition, Rows.Result, context.Cancel))?.Value;
        var costs = summary?.RuleCosts ?? (await store.Read<CircleSummary>(partition, CircleSummary.Key, context.Cancel))?.Value.RuleCosts ?? [];
        var query = ListQuery.FromRequest(context.Request);
        var looked = PersonLine.Plain(query.Search);
        var standing = await context.ReadStanding();
        var why = await WhyWithout.Read(store, context.Cohort, (await context.Rows.Meetings()).Items, context.Cancel);
        UnmatchedRow[] found =
        [
            .. (await context.Rows.People()).Items
                .Where(person => standing.StateOf(person.Id) is PersonState.Waiting && person.Search.Contains(looked, StringComparison.Ordinal))
                .Select(person => new UnmatchedRow(person, why.Of(person.Id), why.CandidatesOf(person.Id))),
        ];
        return FormResult.ForPage<UnmatchedView>(new UnmatchedList(
            context,
            Listing<UnmatchedRow>.Create(query, found, query.Sort == "role" ? row => row.Person.Role : row => row.Person.Sort, row => row.Person.Sort, row => row.Person.Id.Value),
            [.. costs.Where(cost => cost.Mentees + cost.Mentors >= context.Cohort.MinimumGroup)],
            await store.ReadSelection(context.Cohort, standing, context.Cancel))
        {
            Draw = DrawFigures.Of(await store.ReadLotDraw(context.Cohort, context.Cancel)),
        });
    }
}
