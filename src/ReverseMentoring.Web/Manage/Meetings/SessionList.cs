using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Meetings;

public sealed record SessionRow(Session Session, Pair? Pair, PersonLine? Mentor, PersonLine? Mentee);

/// <param name="Attention">Pairs that somebody should look at.</param>
public sealed record SessionList(DeskAtCohort Desk, Listing<SessionRow> Listing, SessionCount Count, IReadOnlyList<SessionRow> Attention, IReadOnlyList<Link> Filters);

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

        var (sessions, pairs, people) = (await desk.Rows.Sessions(), await desk.Rows.Pairs(), await desk.Rows.People());
        var query = ListQuery.Of(desk.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var found = sessions.Items.Where(session => Belongs(session, show, pairs, desk.Now)).Select(session => RowOf(session, pairs, people))
            .Where(row => looked.Length == 0 || Has(row.Mentor, looked) || Has(row.Mentee, looked)).ToArray();
        var attention = pairs.Items.Where(pair => pair.Attention is not null && pair.Status is PairStatus.Running).Take(MostAttention)
            .Select(pair => new SessionRow(null!, pair, people.ByKey.GetValueOrDefault(pair.Mentor), people.ByKey.GetValueOrDefault(pair.Mentee)));
        return Outcome.Of<SessionListView>(new SessionList(
            desk, Listing<SessionRow>.Of(query, found, Order(query.Sort), row => row.Mentee?.Sort, row => row.Session.Id), CountOf(sessions), [.. attention],
            [.. Shows
                .Select(name => new Link(desk.Say($"Sessions.Show.{name}"), query.FilteredBy("show", name.Length == 0 ? null : name), name == show))]));
    }

    private static SessionRow RowOf(Session session, Snapshot<Pair> pairs, Snapshot<PersonLine> people)
    {
        var pair = pairs.ByKey.GetValueOrDefault(session.Pair);
        return new(session, pair, people.ByKey.GetValueOrDefault(pair?.Mentor ?? ""), people.ByKey.GetValueOrDefault(pair?.Mentee ?? ""));
    }

    private static bool Belongs(Session session, string show, Snapshot<Pair> pairs, DateTimeOffset now) => show switch
    {
        "" => true,
        "coming" => session.IsOpen && session.Time.Start > now,
        "moved" => session.Sequence > 0,
        "attention" => pairs.ByKey.GetValueOrDefault(session.Pair) is { Attention: not null, Status: PairStatus.Running },
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
