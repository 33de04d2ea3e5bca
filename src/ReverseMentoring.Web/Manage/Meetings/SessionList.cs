using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Circles;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <param name="Mentor">By whom it is found and sorted; in a circle the first of them.</param>
/// <param name="Circle">Null: it is a pair's.</param>
public sealed record SessionRow(Session Session, PersonLine? Mentor, PersonLine? Mentee, Circle? Circle = null);

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
        var (pairs, circles) = (await desk.Rows.Pairs(), await desk.Rows.Circles());
        var attention = Attention(desk, pairs, circles, people).ToArray();
        var query = ListQuery.Of(desk.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var found = sessions.Items.Where(session => Belongs(session, show, attention, desk.Now))
            .Select(session => RowOf(session, pairs, circles, people))
            .Where(row => looked.Length == 0 || Has(row.Mentor, looked) || Has(row.Mentee, looked)
                || row.Circle?.Members.Any(member => Has(people.ByKey.GetValueOrDefault(member.Person), looked)) is true).ToArray();
        return Outcome.Of<SessionListView>(new SessionList(
            desk, Listing<SessionRow>.Of(query, found, Order(query.Sort), row => row.Mentee?.Sort, row => row.Session.Id), CountOf(sessions), [.. attention.Take(MostAttention)],
            [.. Shows
                .Select(name => new Link(desk.Say($"Sessions.Show.{name}"), query.FilteredBy("show", name.Length == 0 ? null : name), name == show))], people));
    }

    private static IEnumerable<AttentionRow> Attention(
        DeskAtCohort desk, Snapshot<Pair> pairs, Snapshot<Circle> circles, Snapshot<PersonLine> people) =>
    [
        .. pairs.Items.Where(pair => pair.NeedsAttention).Select(pair => new AttentionRow(
            pair.Id, desk.Say("Pair.Title", ("mentor", Who.Name(desk, people, pair.Mentor)), ("mentee", Who.Name(desk, people, pair.Mentee))), pair.Attention!)),
        .. circles.Items.Where(circle => circle.NeedsAttention)
            .Select(circle => new AttentionRow(circle.Id, CircleWords.Names(desk, people, circle), circle.Attention!)),
    ];

    private static SessionRow RowOf(Session session, Snapshot<Pair> pairs, Snapshot<Circle> circles, Snapshot<PersonLine> people)
    {
        if (circles.ByKey.GetValueOrDefault(session.Pair) is { } circle)
        {
            PersonLine? First(Role role) => circle.Members.FirstOrDefault(member => member.Role == role) is { } member ? people.ByKey.GetValueOrDefault(member.Person) : null;
            return new(session, First(Role.Mentor), First(Role.Mentee), circle);
        }

        var pair = pairs.ByKey.GetValueOrDefault(session.Pair);
        return new(session, people.ByKey.GetValueOrDefault(pair?.Mentor ?? ""), people.ByKey.GetValueOrDefault(pair?.Mentee ?? ""));
    }

    private static bool Belongs(Session session, string show, IReadOnlyList<AttentionRow> attention, DateTimeOffset now) => show switch
    {
        "" => true,
        "coming" => session.IsOpen && session.Time.Start > now,
        "moved" => session.Sequence > 0,
        "attention" => attention.Any(row => row.Id == session.Pair),
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
