using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Circles;

/// <summary>The circles of a cohort: who, about what, how good, and what became of them.</summary>
/// <param name="Summary">What the last matching came to; null before it.</param>
/// <param name="RulesChanged">Who is to be together or apart is not so yet.</param>
public sealed record CircleList(
    DeskAtCohort Desk, Listing<Circle> Listing, Snapshot<PersonLine> People, TopicList Topics, IReadOnlyList<Link> Filters,
    CircleSummary? Summary, bool RulesChanged);

internal sealed class CircleListPage(IStore store)
{
    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        if (!desk.Cohort.HasCircles)
        {
            return Trouble.NotFound(desk);
        }

        var partition = Rows.Partition(desk.Cohort.Id);
        var rules = (await store.Read<MatchRules>(partition, Rows.Rules, desk.Cancel))?.Value ?? new();
        var (circles, people) = (await desk.Rows.Circles(), await desk.Rows.People());
        var query = ListQuery.Of(desk.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var found = circles.Items
            .Where(circle => show.Length == 0 ? circle.Status is not CircleStatus.Ended : $"{circle.Status}" == show)
            .Where(circle => looked.Length == 0 || circle.Members.Any(member =>
                people.ByKey.GetValueOrDefault(member.Person)?.Search.Contains(looked, StringComparison.Ordinal) is true)).ToArray();
        return Outcome.Of<CircleListView>(new CircleList(
            desk, Listing<Circle>.Of(query, found, Order(query.Sort), _ => null, circle => circle.Id), people,
            await new TopicBook(store).Read(desk.Cohort, desk.Cancel), Filters(desk, query, circles, show),
            (await store.Read<CircleSummary>(partition, CircleSummary.Key, desk.Cancel))?.Value, Changed(desk, rules, circles)));
    }

    private static IReadOnlyList<Link> Filters(DeskAtCohort desk, ListQuery query, Snapshot<Circle> circles, string show) =>
    [
        new(desk.Say("Pairs.Current"), query.FilteredBy("show", null), show.Length == 0),
        .. circles.Items.Select(circle => circle.Status).Distinct().Order()
            .Select(status => new Link(desk.Say($"PairStatus.{status}"), query.FilteredBy("show", $"{status}"), show == $"{status}")),
    ];

    private static bool Changed(DeskAtCohort desk, MatchRules rules, Snapshot<Circle> circles)
    {
        return desk.State.Phase == PhaseNames.Review && (rules.Locks.Any(pair => !Share(pair)) || rules.Forbids.Any(Share));

        bool Share(PairIds pair) => circles.Items.Any(circle => circle.Has(pair.Mentor) && circle.Has(pair.Mentee));
    }

    private static Func<Circle, IComparable?> Order(string? sort) => sort switch
    {
        "score" => CircleWords.Mean,
        "people" => circle => circle.Members.Count,
        "status" => circle => circle.Status,
        _ => circle => circle.Round,
    };
}
