using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.DesignSystem.Tables;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Participants;

/// <param name="Partners">With how many they meet, are to meet, or have met to the end.</param>
[Tells(Told.List)]
public sealed record PeopleRow(PersonLine Person, PersonState State, int Partners);

/// <param name="ToCorrect">Who would have something put right in the list.</param>
[Tells(Told.List)]
public sealed record PeopleList(CohortContext Context, Listing<PeopleRow> Listing, IReadOnlyList<Link> Filters, IReadOnlyList<PersonLine> ToCorrect)
{
    /// <summary>The list knows levels: where it doesn't, all would be nought.</summary>
    public required bool ShowsLevels { get; init; }
}

/// <summary>Who takes part, by name, role and state. Who has answered what is told nowhere here.</summary>
internal sealed class PeoplePage(CorrectionService corrections)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<PeoplePage>(
        Told.List,
        routes => routes.MapGet($"/{ManagerRoutes.People}", (HttpContext context, CohortId cohort, PageHandler pageHandler, PeoplePage page) =>
            pageHandler.Open(context, cohort, page.Show)),
        menu: ManagerRoutes.People);

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var query = ListQuery.FromRequest(context.Request);
        var (looked, show) = (PersonLine.Plain(query.Search), query.Filter("show") ?? "");
        var standing = await context.ReadStanding();
        PersonLine[] found =
        [
            .. (await context.Rows.People()).Items.Where(person => Belongs(person, show, standing)
                && (looked.Length == 0 || person.Search.Contains(looked, StringComparison.Ordinal))),
        ];
        var listing = query.Sort is null or "name"
            ? Listing<PersonLine>.OfSorted(query, found)
            : Listing<PersonLine>.Create(query, found, Order(query.Sort, standing), person => person.Sort, person => person.Id.Value);
        return FormResult.ForPage<PeopleListView>(new PeopleList(
            context,
            new(listing.Query, [.. listing.Rows.Select(person => new PeopleRow(person, standing.StateOf(person.Id), standing.PartnersOf(person.Id)))], listing.Total),
            [.. Filters(context, query, standing, show)],
            context.IsOver ? [] : await ToCorrect(context))
        {
            ShowsLevels = PersonLine.KnowLevels(await context.Rows.People()),
        });
    }

    private async Task<IReadOnlyList<PersonLine>> ToCorrect(CohortContext context)
    {
        var (open, people) = (await corrections.Open(context.Cohort.Id, context.Cancel), await context.Rows.People());
        return [.. open.Select(id => people.Find(id)).OfType<PersonLine>().Where(person => person.Active).OrderBy(person => person.Sort)];
    }

    /// <summary>Everybody, one side, and each state that somebody is in, with how many.</summary>
    private static IEnumerable<Link> Filters(CohortContext context, ListQuery query, CohortStanding standing, string show)
    {
        (string Name, string Text, int Count)[] all =
        [
            ("", context.Say("People.Show."), standing.People.All),
            ("mentor", context.Say("People.Show.mentor"), standing.People.Mentors),
            ("mentee", context.Say("People.Show.mentee"), standing.People.Mentees),
            .. standing.People.States.Where(state => state.Value > 0).Select(state => ($"{state.Key}", PersonStates.NameOf(context, state.Key), state.Value)),
        ];
        return all.Select(one => new Link($"{one.Text} ({context.Number(one.Count)})", query.FilteredBy("show", one.Name.Length == 0 ? null : one.Name), one.Name == show));
    }

    private static bool Belongs(PersonLine person, string show, CohortStanding standing) => show switch
    {
        "mentor" => person.Role is Role.Mentor,
        "mentee" => person.Role is Role.Mentee,
        _ => !Enum.TryParse<PersonState>(show, out var state) || standing.StateOf(person.Id) == state,
    };

    private static Func<PersonLine, IComparable?> Order(string sort, CohortStanding standing) => sort switch
    {
        "role" => person => person.Role,
        "department" => person => person.Department,
        "level" => person => person.Level,
        "state" => person => standing.StateOf(person.Id),
        "partners" => person => standing.PartnersOf(person.Id),
        _ => person => person.Sort,
    };
}
