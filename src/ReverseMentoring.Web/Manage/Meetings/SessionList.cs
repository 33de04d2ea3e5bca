using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.DesignSystem.Tables;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <param name="Mentor">By whom it is found and sorted; in a circle the first of them.</param>
/// <param name="Meeting">The pair or circle that it is of; null where that is gone.</param>
[Tells(Told.Person)]
public sealed record SessionRow(Session Session, PersonLine? Mentor, PersonLine? Mentee, Meeting? Meeting);

/// <summary>A pair or circle that somebody should look at, and why.</summary>
[Tells(Told.Exception)]
public sealed record AttentionRow(MeetingId Id, string Who, string Code);

/// <param name="Listing">All sessions of all pairs or circles; null in works council mode, which shows counts and what needs help.</param>
/// <param name="Count">Null in works council mode where too few pairs or circles meet.</param>
[Tells(Told.Exception)]
public sealed record SessionList(
    CohortContext Context, Listing<SessionRow>? Listing, SessionCount? Count, IReadOnlyList<AttentionRow> Attention, IReadOnlyList<Link> Filters,
    Snapshot<PersonLine> People);

/// <param name="All">That were planned at first: still to come, over, missed and lost add up to it.</param>
/// <param name="CalledOff">Beside these.</param>
[Tells(Told.Aggregate)]
public sealed record SessionCount(int All, int? Planned, int Over, int Missed, int LostEarly, int? Moved, int CalledOff);

internal sealed class SessionListPage(NeedReader needs)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<SessionListPage>(
        Told.Person,
        routes => routes.MapGet($"/{ManagerRoutes.Sessions}", (HttpContext context, CohortId cohort, PageHandler pageHandler, SessionListPage page) =>
            pageHandler.Open(context, cohort, page.Show)),
        menu: ManagerRoutes.Sessions);

    private const int MostAttention = 25;

    private static readonly string[] Shows = ["", "coming", "Over", "Missed", "moved", "attention"];

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var (sessions, people) = (await context.Rows.Sessions(), await context.Rows.People());
        var meetings = await context.Rows.Meetings();
        var standing = await context.ReadStanding();
        var needed = await needs.Read(context.Standing, standing, meetings.Items, sessions.Items, Turnout.NotTold, context.Cancel);
        var attention = Attention(context, needed, meetings, people).ToArray();
        var count = standing.MayCountSessions(context.Cohort) ? CountOf(context, standing) : null;
        if (context.IsCouncilMode)
        {
            return FormResult.ForPage<SessionListView>(new SessionList(context, null, count, [.. attention.Take(MostAttention)], [], people));
        }

        var query = ListQuery.FromRequest(context.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var found = sessions.Items.Where(session => Belongs(session, show, attention, context.Now))
            .Select(session => RowOf(session, meetings, people))
            .Where(row => looked.Length == 0
                || (row.Meeting is { } meeting && MeetingTexts.IsKnown(meeting, row.Session, context.Now) && meeting.People.Any(person => Has(people.Find(person), looked)))).ToArray();
        return FormResult.ForPage<SessionListView>(new SessionList(
            context, Listing<SessionRow>.Create(query, found, Order(query.Sort, context.Now), row => row.Mentee?.Sort, row => row.Session.Id), count, [.. attention.Take(MostAttention)],
            [.. Shows
                .Select(name => new Link(context.Say($"Sessions.Show.{name}"), query.FilteredBy("show", name.Length == 0 ? null : name), name == show))], people));
    }

    private static IEnumerable<AttentionRow> Attention(CohortContext context, IEnumerable<Need> needed, Snapshot<Meeting> meetings, Snapshot<PersonLine> people) =>
        needed.SelectMany(need => need.Meetings.Select(id => (need.Reason.Slug, Meeting: meetings.Find(id)!)))
            .Select(row => new AttentionRow(row.Meeting.Id, MeetingTexts.Title(context, people, row.Meeting), row.Slug));

    private static SessionRow RowOf(Session session, Snapshot<Meeting> meetings, Snapshot<PersonLine> people)
    {
        var meeting = meetings.Find(session.Meeting);
        return new(session, meeting is null ? null : people.Find(meeting.Mentor), meeting is null ? null : people.Find(meeting.Mentee), meeting);
    }

    private static bool Belongs(Session session, string show, IReadOnlyList<AttentionRow> attention, DateTimeOffset now) => show switch
    {
        "" => true,
        "coming" => session.IsOpen && session.Time.Start > now,
        "moved" => session.Sequence > 0,
        "attention" => attention.Any(row => row.Id == session.Meeting),
        _ => $"{session.StandingOf(now)}" == show,
    };

    /// <summary>
    /// In works council mode not how often any moved: whoever puts off one person's by a pause could tell the day of each by whether that number rises. Nor what is still to come, or was lost: when a pair
    /// ends, that would say how many sessions it had.
    /// </summary>
    private static SessionCount CountOf(CohortContext context, CohortStanding standing)
    {
        var counts = standing.SessionsAt(context.Now);
        return new(
            standing.Sessions.Planned, context.IsCouncilMode ? null : counts[SessionStanding.Planned], counts[SessionStanding.Over], counts[SessionStanding.Missed],
            context.IsCouncilMode ? 0 : standing.Sessions.LostEarly,
            context.IsCouncilMode ? null : standing.Sessions.Moved, standing.Sessions.CalledOff);
    }

    private static bool Has(PersonLine? person, string looked) => person?.Search.Contains(looked, StringComparison.Ordinal) ?? false;

    private static Func<SessionRow, IComparable?> Order(string? sort, DateTimeOffset now) => sort switch
    {
        "mentor" => row => row.Mentor?.Sort,
        "mentee" => row => row.Mentee?.Sort,
        "status" => row => row.Session.StandingOf(now),
        "moved" => row => row.Session.Sequence,
        _ => row => row.Session.Time.Start,
    };
}
