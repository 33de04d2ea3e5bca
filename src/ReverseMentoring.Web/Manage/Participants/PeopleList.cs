using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Participants;

/// <summary>Where somebody stands in the phase that the cohort is in.</summary>
public enum Standing
{
    /// <summary>Nothing is asked of them now.</summary>
    NotAsked,

    /// <summary>The mail waits for its turn.</summary>
    Waiting,
    Asked,
    Answered,
    Left,
}

public sealed record PeopleRow(PersonLine Person, Standing Standing, int Partners);

public sealed record PeopleList(DeskAtCohort Desk, Listing<PeopleRow> Listing, IReadOnlyList<Link> Filters);

internal sealed class PeoplePage
{
    private static readonly string[] Shows = ["", "mentor", "mentee", "open", "answered", "alone", "left"];

    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        var query = ListQuery.Of(desk.Request);
        var rows = await Rows(desk);
        var looked = PersonLine.Plain(query.Search);
        var show = query.Filter("show") ?? "";
        var found = rows.Where(row => Belongs(row, show) && row.Person.Search.Contains(looked, StringComparison.Ordinal)).ToArray();
        var listing = Listing<PeopleRow>.Of(query, found, Order(query.Sort), row => row.Person.Sort, row => row.Person.Id);
        return Outcome.Of<PeopleListView>(new PeopleList(
            desk, listing,
            [.. Shows.Select(name => new Link(desk.Say($"People.Show.{name}"), query.FilteredBy("show", name.Length == 0 ? null : name), name == show))]));
    }

    private static async Task<PeopleRow[]> Rows(DeskAtCohort desk)
    {
        var (open, answered) = (await desk.Rows.Open(desk.State.Phase), await desk.Rows.Answered(desk.State.Phase));
        var asked = open.Items.ToDictionary(line => line.Id.Person, line => line.SentAt is null ? Standing.Waiting : Standing.Asked, StringComparer.Ordinal);
        var gave = answered.Items.Select(line => line.Id.Person).ToHashSet(StringComparer.Ordinal);
        var partners = await Partners(desk);
        return
        [
            .. (await desk.Rows.People()).Items.Select(person => new PeopleRow(
                person,
                !person.Active ? Standing.Left : gave.Contains(person.Id) ? Standing.Answered : asked.GetValueOrDefault(person.Id),
                partners.GetValueOrDefault(person.Id))),
        ];
    }

    private static async Task<Dictionary<string, int>> Partners(DeskAtCohort desk) => !desk.HasReached(PhaseNames.Matching)
        ? []
        : (await desk.Rows.Pairs()).Items.Where(pair => pair.Status is not (PairStatus.Declined or PairStatus.Ended))
            .SelectMany(pair => new[] { pair.Mentor, pair.Mentee }).CountBy(person => person).ToDictionary(StringComparer.Ordinal);

    private static bool Belongs(PeopleRow row, string show) => show switch
    {
        "mentor" => row.Person.Role is Core.People.Role.Mentor,
        "mentee" => row.Person.Role is Core.People.Role.Mentee,
        "open" => row.Standing is Standing.Asked or Standing.Waiting,
        "answered" => row.Standing is Standing.Answered,
        "alone" => row.Partners == 0 && row.Person.Active,
        "left" => !row.Person.Active,
        _ => true,
    };

    private static Func<PeopleRow, IComparable?> Order(string? sort) => sort switch
    {
        "role" => row => row.Person.Role,
        "department" => row => row.Person.Department,
        "level" => row => row.Person.Level,
        "standing" => row => row.Standing,
        "partners" => row => row.Partners,
        _ => row => row.Person.Sort,
    };
}
