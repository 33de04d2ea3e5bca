using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Circles;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Matches;

/// <param name="First">The topic that brings them together first.</param>
/// <param name="Rule">"locked" where the manager wants the pair, "forbidden" where not, from the next matching on.</param>
public sealed record PairRow(Pair Pair, PersonLine? Mentor, PersonLine? Mentee, string? First, string? Rule);

public sealed record PairList(
    DeskAtCohort Desk, Listing<PairRow> Listing, IReadOnlyList<Link> Filters, MatchSummary? Summary, MatchRules Rules, bool RulesChanged);

internal sealed class PairListPage(IStore store, CircleListPage circles)
{
    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        if (desk.Cohort.HasCircles)
        {
            return await circles.Show(desk);
        }

        var partition = Rows.Partition(desk.Cohort.Id);
        var summary = (await store.Read<MatchSummary>(partition, Rows.Result, desk.Cancel))?.Value;
        var rules = (await store.Read<MatchRules>(partition, Rows.Rules, desk.Cancel))?.Value ?? new();
        var (people, pairs) = (await desk.Rows.People(), await desk.Rows.Pairs());
        var topics = await new TopicBook(store).Read(desk.Cohort, desk.Cancel);
        var query = ListQuery.Of(desk.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var found = pairs.Items
            .Where(pair => show.Length == 0 ? pair.Status is not (PairStatus.Declined or PairStatus.Ended) : $"{pair.Status}" == show)
            .Select(pair => new PairRow(
                pair, people.ByKey.GetValueOrDefault(pair.Mentor), people.ByKey.GetValueOrDefault(pair.Mentee),
                pair.Topics.Taught is [var first, ..] ? first.Topic : null, RuleOf(rules, pair)))
            .Where(row => looked.Length == 0 || Has(row.Mentor, looked) || Has(row.Mentee, looked)).ToArray();
        var listing = Listing<PairRow>.Of(query, found, Order(query.Sort), row => row.Mentee?.Sort, row => row.Pair.Id);
        return Outcome.Of<PairListView>(new PairList(
            desk,
            listing with { Rows = [.. listing.Rows.Select(row => row with { First = row.First is { } id ? PairWords.Title(desk, topics, id) : null })] },
            Filters(desk, query, pairs, show), summary, rules, Changed(rules, pairs, desk)));
    }

    private static IReadOnlyList<Link> Filters(DeskAtCohort desk, ListQuery query, Snapshot<Pair> pairs, string show) =>
    [
        new(desk.Say("Pairs.Current"), query.FilteredBy("show", null), show.Length == 0),
        .. pairs.Items.Select(pair => pair.Status).Distinct().Order()
            .Select(status => new Link(desk.Say($"PairStatus.{status}"), query.FilteredBy("show", $"{status}"), show == $"{status}")),
    ];

    /// <summary>Locks or forbids that the pairs of now do not follow yet.</summary>
    private static bool Changed(MatchRules rules, Snapshot<Pair> pairs, DeskAtCohort desk)
    {
        if (desk.State.Phase != PhaseNames.Review)
        {
            return false;
        }

        var now = pairs.Items.Where(pair => pair.Status is PairStatus.Draft).Select(pair => new PairIds(pair.Mentor, pair.Mentee)).ToHashSet();
        return rules.Locks.Any(pair => !now.Contains(pair)) || rules.Forbids.Any(now.Contains);
    }

    internal static string? RuleOf(MatchRules rules, Pair pair)
    {
        var ids = new PairIds(pair.Mentor, pair.Mentee);
        return rules.Locks.Contains(ids) ? "locked" : rules.Forbids.Contains(ids) ? "forbidden" : null;
    }

    private static bool Has(PersonLine? person, string looked) => person?.Search.Contains(looked, StringComparison.Ordinal) ?? false;

    private static Func<PairRow, IComparable?> Order(string? sort) => sort switch
    {
        "mentor" => row => row.Mentor?.Sort,
        "score" => row => row.Pair.Score,
        "status" => row => row.Pair.Status,
        _ => row => row.Mentee?.Sort,
    };
}
