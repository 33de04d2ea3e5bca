using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <param name="Mentor">By whom it is found and sorted; in a circle the first of them.</param>
/// <param name="Meeting">The pair or circle that it is of; null where that is gone.</param>
public sealed record SessionRow(Session Session, PersonLine? Mentor, PersonLine? Mentee, Meeting? Meeting);

/// <summary>A pair or circle that somebody should look at, and why.</summary>
public sealed record AttentionRow(string Id, string Who, string Code);

public sealed record SessionList(
    DeskAtCohort Desk, Listing<SessionRow> Listing, SessionCount Count, IReadOnlyList<AttentionRow> Attention, IReadOnlyList<Link> Filters,
    Snapshot<PersonLine> People);

public sealed record SessionCount(int All, int Planned, int Held, int Missed, int Unconfirmed, int Moved);

internal sealed class SessionListPage
{
    private const int MostAttention = 25;

    private static readonly string[] Shows = ["", "coming", "Held", "Missed", "Unconfirmed", "moved", "attention"];

    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        var (sessions, people) = (await desk.Rows.Sessions(), await desk.Rows.People());
        var meetings = await desk.Rows.Meetings();
        var attention = Attention(desk, meetings, people).ToArray();
        var query = ListQuery.Of(desk.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var found = sessions.Items.Where(session => Belongs(session, show, attention, desk.Now))
            .Select(session => RowOf(session, meetings, people))
            .Where(row => looked.Length == 0
                || row.Meeting?.People.Any(person => Has(people.ByKey.GetValueOrDefault(person), looked)) is true).ToArray();
        return Outcome.Of<SessionListView>(new SessionList(
            desk, Listing<SessionRow>.Of(query, found, Order(query.Sort), row => row.Mentee?.Sort, row => row.Session.Id), CountOf(sessions), [.. attention.Take(MostAttention)],
            [.. Shows
                .Select(name => new Link(desk.Say($"Sessions.Show.{name}"), query.FilteredBy("show", name.Length == 0 ? null : name), name == show))], people));
    }

    private static IEnumerable<AttentionRow> Attention(DeskAtCohort desk, Snapshot<Meeting> meetings, Snapshot<PersonLine> people) =>
        meetings.Items.Where(meeting => meeting.NeedsAttention)
            .Select(meeting => new AttentionRow(meeting.Id, MeetingWords.Title(desk, people, meeting), meeting.Attention!));

    private static SessionRow RowOf(Session session, Snapshot<Meeting> meetings, Snapshot<PersonLine> people)
    {
        var meeting = meetings.ByKey.GetValueOrDefault(session.Meeting);
        return new(session, people.ByKey.GetValueOrDefault(meeting?.Mentor ?? ""), people.ByKey.GetValueOrDefault(meeting?.Mentee ?? ""), meeting);
    }

    private static bool Belongs(Session session, string show, IReadOnlyList<AttentionRow> attention, DateTimeOffset now) => show switch
    {
        "" => true,
        "coming" => session.IsOpen && session.Time.Start > now,
        "moved" => session.Sequence > 0,
        "attention" => attention.Any(row => row.Id == session.Meeting),
        _ => $"{session.Status}" == show,
    };

    private static SessionCount CountOf(Snapshot<Session> sessions)
    {
        var counts = sessions.Items.CountBy(session => session.Status).ToDictionary();
        return new(
            sessions.Items.Count, counts.GetValueOrDefault(SessionStatus.Planned), counts.GetValueOrDefault(SessionStatus.Held),
            counts.GetValueOrDefault(SessionStatus.Missed), counts.GetValueOrDefault(SessionStatus.Unconfirmed),
            sessions.Items.Sum(session => session.Sequence));
    }

    private static bool Has(PersonLine? person, string looked) => person?.Search.Contains(looked, StringComparison.Ordinal) ?? false;

    private static Func<SessionRow, IComparable?> Order(string? sort) => sort switch
    {
        "mentor" => row => row.Mentor?.Sort,
        "mentee" => row => row.Mentee?.Sort,
        "status" => row => row.Session.Status,
        "moved" => row => row.Session.Sequence,
        _ => row => row.Session.Time.Start,
    };
}
