using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Signs;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <summary>The pairs or circles of a cohort: who, about what, how good, and what became of them.</summary>
/// <param name="Pairs">What the last matching into pairs came to; null before it, and where people meet in circles.</param>
/// <param name="Circles">The same for circles.</param>
/// <param name="RulesChanged">The manager's locks or forbids are not followed yet.</param>
public sealed record MeetingList(
    DeskAtCohort Desk, Listing<Meeting> Listing, Snapshot<PersonLine> People, TopicList Topics, IReadOnlyList<Link> Filters,
    MatchSummary? Pairs, CircleSummary? Circles, MatchRules Rules, bool RulesChanged);

internal sealed class MeetingListPage(IStore store)
{
    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        var partition = Rows.Partition(desk.Cohort.Id);
        var rules = (await store.Read<MatchRules>(partition, Rows.Rules, desk.Cancel))?.Value ?? new();
        var (people, meetings) = (await desk.Rows.People(), await desk.Rows.Meetings());
        var query = ListQuery.Of(desk.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var found = meetings.Items
            .Where(meeting => show.Length == 0 ? meeting.Status is not (MeetingStatus.Declined or MeetingStatus.Ended) : $"{meeting.Status}" == show)
            .Where(meeting => looked.Length == 0
                || meeting.People.Any(person => people.ByKey.GetValueOrDefault(person)?.Search.Contains(looked, StringComparison.Ordinal) is true)).ToArray();
        return Outcome.Of<MeetingListView>(new MeetingList(
            desk, Listing<Meeting>.Of(query, found, Order(query.Sort, people), meeting => SortOf(people, meeting.Mentee), meeting => meeting.Id), people,
            await new TopicBook(store).Read(desk.Cohort, desk.Cancel), Filters(desk, query, meetings, show),
            desk.Cohort.HasCircles ? null : (await store.Read<MatchSummary>(partition, Rows.Result, desk.Cancel))?.Value,
            (await store.Read<CircleSummary>(partition, CircleSummary.Key, desk.Cancel))?.Value, rules, Changed(desk, rules, meetings)));
    }

    /// <summary>"locked" where the manager wants the two together, "forbidden" where not, from the next matching on.</summary>
    internal static string? RuleOf(MatchRules rules, Meeting meeting)
    {
        var ids = new PairIds(meeting.Mentor, meeting.Mentee);
        return meeting.Kind is not MeetingKind.Pair ? null : rules.Locks.Contains(ids) ? "locked" : rules.Forbids.Contains(ids) ? "forbidden" : null;
    }

    private static IReadOnlyList<Link> Filters(DeskAtCohort desk, ListQuery query, Snapshot<Meeting> meetings, string show) =>
    [
        new(desk.Say("Pairs.Current"), query.FilteredBy("show", null), show.Length == 0),
        .. meetings.Items.Select(meeting => meeting.Status).Distinct().Order()
            .Select(status => new Link(desk.Say($"MeetingStatus.{status}"), query.FilteredBy("show", $"{status}"), show == $"{status}")),
    ];

    /// <summary>Locks or forbids that the drafts of now do not follow yet.</summary>
    private static bool Changed(DeskAtCohort desk, MatchRules rules, Snapshot<Meeting> meetings)
    {
        var drafts = meetings.Items.Where(meeting => meeting.Status is MeetingStatus.Draft).ToArray();
        return desk.State.Phase == PhaseNames.Review && (rules.Locks.Any(pair => !Share(pair)) || rules.Forbids.Any(Share));

        bool Share(PairIds pair) => drafts.Any(draft => draft.Has(pair.Mentor) && draft.Has(pair.Mentee));
    }

    private static string? SortOf(Snapshot<PersonLine> people, string person) => people.ByKey.GetValueOrDefault(person)?.Sort;

    private static Func<Meeting, IComparable?> Order(string? sort, Snapshot<PersonLine> people) => sort switch
    {
        "mentor" => meeting => SortOf(people, meeting.Mentor),
        "score" => meeting => MeetingWords.Mean(meeting),
        "people" => meeting => meeting.Members.Count,
        "status" => meeting => meeting.Status,
        _ => meeting => SortOf(people, meeting.Mentee),
    };
}
