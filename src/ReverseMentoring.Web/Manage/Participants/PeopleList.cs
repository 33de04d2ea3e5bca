using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.DesignSystem.Tables;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Participants;

/// <summary>Where somebody stands in the phase that the cohort is in.</summary>
public enum ParticipantStatus
{
    /// <summary>Nothing is asked of them now.</summary>
    NotAsked,

    /// <summary>The mail waits for its turn.</summary>
    Waiting,
    Asked,
    Answered,

    /// <summary>Asked in a survey: whether they have answered is not told.</summary>
    Surveyed,
    Left,
}

public sealed record PeopleRow(PersonLine Person, ParticipantStatus ParticipantStatus, int Partners);

public sealed record PeopleList(CohortContext Context, Listing<PeopleRow> Listing, IReadOnlyList<Link> Filters);

internal sealed class PeoplePage
{
    private static readonly string[] Shows = ["", "mentor", "mentee", "open", "answered", "alone", "left"];

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var query = ListQuery.FromRequest(context.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var peopleStatus = await PeopleStatus.ReadStatus(context);
        PersonLine[] found =
        [
            .. (await context.Rows.People()).Items.Where(person => Belongs(person, show, peopleStatus)
                && (looked.Length == 0 || person.Search.Contains(looked, StringComparison.Ordinal))),
        ];
        var listing = query.Sort is null or "name"
            ? Listing<PersonLine>.OfSorted(query, found)
            : Listing<PersonLine>.Create(query, found, Order(query.Sort, peopleStatus), person => person.Sort, person => person.Id.Value);
        return FormResult.ForPage<PeopleListView>(new PeopleList(
            context,
            new(listing.Query, [.. listing.Rows.Select(person => new PeopleRow(person, peopleStatus.StandingOf(person), peopleStatus.PartnersOf(person)))], listing.Total),
            [.. Shows.Where(name => !peopleStatus.IsSurvey || name is not ("open" or "answered")).Select(name => new Link(context.Say($"People.Show.{name}"), query.FilteredBy("show", name.Length == 0 ? null : name), name == show))]));
    }

    private static bool Belongs(PersonLine person, string show, PeopleStatus peopleStatus) => show switch
    {
        "mentor" => person.Role is Core.Vocabulary.Role.Mentor,
        "mentee" => person.Role is Core.Vocabulary.Role.Mentee,
        "open" => peopleStatus.StandingOf(person) is ParticipantStatus.Asked or ParticipantStatus.Waiting,
        "answered" => peopleStatus.StandingOf(person) is ParticipantStatus.Answered,
        "alone" => person.Active && peopleStatus.PartnersOf(person) == 0,
        "left" => !person.Active,
        _ => true,
    };

    private static Func<PersonLine, IComparable?> Order(string sort, PeopleStatus peopleStatus) => sort switch
    {
        "role" => person => person.Role,
        "department" => person => person.Department,
        "level" => person => person.Level,
        "standing" => person => peopleStatus.StandingOf(person),
        "partners" => person => peopleStatus.PartnersOf(person),
        _ => person => person.Sort,
    };
}
