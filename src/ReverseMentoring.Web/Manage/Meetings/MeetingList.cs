using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.DesignSystem.Tables;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <summary>The pairs or circles of a cohort: who, about what, how good, and what became of them.</summary>
/// <param name="Pairs">What the last matching into pairs came to; null before it, and where people meet in circles.</param>
/// <param name="Scores">Of all pairs that are proposed, run or are completed.</param>
/// <param name="Circles">The same for circles.</param>
/// <param name="RulesChanged">The manager's locks or forbids are not followed yet.</param>
[Tells(Told.Review)]
public sealed record MeetingList(
    CohortContext Context, Listing<Meeting> Listing, Snapshot<PersonLine> People, TopicList Topics, IReadOnlyList<Link> Filters,
    MatchSummary? Pairs, PairScores Scores, CircleSummary? Circles, MatchRules Rules, bool RulesChanged)
{
    /// <summary>What approving would send; null: there is nothing to approve.</summary>
    [Tells(Told.Command)]
    public PreviewModel? Approval { get; init; }

    /// <summary>How many have a partner or circle, or are to have one, of <see cref="Active"/>.</summary>
    public required int Placed { get; init; }

    /// <summary>How many take part.</summary>
    public required int Active { get; init; }
}

internal sealed class MeetingListPage(IStore store, ActPreviews previews)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<MeetingListPage>(
        Told.Review,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Pairs}", (HttpContext context, CohortId cohort, PageHandler pageHandler, MeetingListPage page) =>
                pageHandler.Open(context, cohort, page.Show));
            routes.MapGet($"/{ManagerRoutes.Circles}", (HttpContext context, CohortId cohort, PageHandler pageHandler, MeetingListPage page) =>
                pageHandler.Open(context, cohort, page.Show));
        },
        menu: ManagerRoutes.Pairs);

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var partition = Rows.Partition(context.Cohort.Id);
        var rules = (await store.Read<MatchRules>(partition, Rows.Rules, context.Cancel))?.Value ?? new();
        var (people, meetings) = (await context.Rows.People(), await context.Rows.Meetings());
        var query = ListQuery.FromRequest(context.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var standing = await context.ReadStanding();
        var found = meetings.Items
            .Where(meeting => show.Length == 0 ? meeting.ToldStatus is not (MeetingStatus.Declined or MeetingStatus.Ended) : $"{meeting.ToldStatus}" == show)
            .Where(meeting => looked.Length == 0
                || meeting.People.Any(person => people.Find(person)?.Search.Contains(looked, StringComparison.Ordinal) is true)).ToArray();
        return FormResult.ForPage<MeetingListView>(new MeetingList(
            context, Listing<Meeting>.Create(query, found, Order(query.Sort, people), meeting => SortOf(people, meeting.Mentee), meeting => meeting.Id.Value), people,
            await new TopicRepository(store).ReadTopics(context.Cohort, context.Cancel), Filters(context, query, meetings, show),
            context.Cohort.HasCircles ? null : (await store.Read<MatchSummary>(partition, Rows.Result, context.Cancel))?.Value,
            PairScores.Of(context, standing, meetings.Items), (await store.Read<CircleSummary>(partition, CircleSummary.Key, context.Cancel))?.Value, rules, Changed(context, rules, meetings))
        {
            Approval = context.State is { Phase: PhaseNames.Review, Status: CycleStatus.Running, Approved: false } ? await PreviewModel.Create(context, await previews.Approve(context.Standing, context.Cancel)) : null,
            Placed = standing.People.Active - standing.Without, Active = standing.People.Active,
        });
    }

    /// <summary>"locked" where the manager wants the two together, "forbidden" where not, from the next matching on.</summary>
    internal static string? RuleOf(MatchRules rules, Meeting meeting)
    {
        var ids = new PairIds(meeting.Mentor, meeting.Mentee);
        return meeting.Kind is not MeetingKind.Pair ? null : rules.Locks.Contains(ids) ? "locked" : rules.Forbids.Contains(ids) ? "forbidden" : null;
    }

    private static IReadOnlyList<Link> Filters(CohortContext context, ListQuery query, Snapshot<Meeting> meetings, string show) =>
    [
        new(context.Say("Pairs.Current"), query.FilteredBy("show", null), show.Length == 0),
        .. meetings.Items.Select(meeting => meeting.ToldStatus).Distinct().Order().Select(status => $"{status}")
            .Select(status => new Link(context.Say($"MeetingStatus.{status}"), query.FilteredBy("show", status), show == status)),
    ];

    /// <summary>The manager has locked or forbidden since the drafts of now were found, and they are otherwise. A lock that could not be granted is told as such.</summary>
    private static bool Changed(CohortContext context, MatchRules rules, Snapshot<Meeting> meetings)
    {
        var drafts = meetings.Items.Where(meeting => meeting.Status is MeetingStatus.Draft).ToArray();
        return context.State.Phase == PhaseNames.Review && rules.NotMatched(context.State).Any(pair => Share(pair) ? rules.Forbids.Contains(pair) : rules.Locks.Contains(pair));

        bool Share(PairIds pair) => drafts.Any(draft => draft.Has(pair.Mentor) && draft.Has(pair.Mentee));
    }

    private static string? SortOf(Snapshot<PersonLine> people, PersonId person) => people.Find(person)?.Sort;

    private static Func<Meeting, IComparable?> Order(string? sort, Snapshot<PersonLine> people) => sort switch
    {
        "mentor" => meeting => SortOf(people, meeting.Mentor),
        "score" => meeting => MeetingTexts.Mean(meeting),
        "people" => meeting => meeting.Members.Count,
        "status" => meeting => meeting.ToldStatus,
        _ => meeting => SortOf(people, meeting.Mentee),
    };
}
