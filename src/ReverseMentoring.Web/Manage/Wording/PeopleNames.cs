using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>People by name.</summary>
internal static class PeopleNames
{
    public static string Name(ManagerContext context, PersonLine? person) => person is null or { Gone: true } ? context.Say("People.Erased") : person.Name;

    public static string Name(ManagerContext context, Snapshot<PersonLine> people, PersonId id) => Name(context, people.Find(id));

    public static string About(PersonLine? person) =>
        string.Join(" · ", new[] { person?.JobTitle, person?.Department, person?.Location }.Where(part => !string.IsNullOrEmpty(part)));
}
