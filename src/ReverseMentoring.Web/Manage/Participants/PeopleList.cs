using ReverseMentoring.Core.Cycle;
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
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var about = await About.Read(desk);
        PersonLine[] found =
        [
            .. (await desk.Rows.People()).Items.Where(person => Belongs(person, show, about)
                && (looked.Length == 0 || person.Search.Contains(looked, StringComparison.Ordinal))),
        ];
        var listing = query.Sort is null or "name"
            ? Listing<PersonLine>.OfSorted(query, found)
            : Listing<PersonLine>.Of(query, found, Order(query.Sort, about), person => person.Sort, person => person.Id);
        return Outcome.Of<PeopleListView>(new PeopleList(
            desk,
            new(listing.Query, [.. listing.Rows.Select(person => new PeopleRow(person, about.StandingOf(person), about.PartnersOf(person)))], listing.Total),
            [.. Shows.Select(name => new Link(desk.Say($"People.Show.{name}"), query.FilteredBy("show", name.Length == 0 ? null : name), name == show))]));
    }

    private static bool Belongs(PersonLine person, string show, About about) => show switch
    {
        "mentor" => person.Role is Core.People.Role.Mentor,
        "mentee" => person.Role is Core.People.Role.Mentee,
        "open" => about.StandingOf(person) is Standing.Asked or Standing.Waiting,
        "answered" => about.StandingOf(person) is Standing.Answered,
        "alone" => person.Active && about.PartnersOf(person) == 0,
        "left" => !person.Active,
        _ => true,
    };

    private static Func<PersonLine, IComparable?> Order(string sort, About about) => sort switch
    {
        "role" => person => person.Role,
        "department" => person => person.Department,
        "level" => person => person.Level,
        "standing" => person => about.StandingOf(person),
        "partners" => person => about.PartnersOf(person),
        _ => person => person.Sort,
    };
}
