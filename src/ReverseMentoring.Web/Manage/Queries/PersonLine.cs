using System.Globalization;
using System.Text;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Queries;

/// <summary>A person as lists show them.</summary>
/// <param name="Sort">The name as it is ordered, <paramref name="Search"/> as it is looked through: lower case, without accents.</param>
[Tells(Told.List)]
public sealed record PersonLine(
    PersonId Id, string Name, string Email, Role Role, string? JobTitle, string? Department, string? Location, int Level,
    int Capacity, bool Active, Core.Time.DateRange? Pause, string Sort, string Search)
{
    /// <summary>What they read, what they like best first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Takes part no longer, by their own wish or erased: only the place in the list is left.</summary>
    public bool Gone => Email.Length == 0;

    /// <summary>Whether a list has levels at all: those who sign up by themselves say none, and it is nought for all.</summary>
    internal static bool KnowLevels(Snapshot<PersonLine> people) => people.Items.Any(person => person.Level > 0);

    /// <summary>The order in which lists show them if nobody says otherwise.</summary>
    internal static int ByName(PersonLine one, PersonLine other) =>
        string.CompareOrdinal(one.Sort, other.Sort) is not 0 and var order ? order : one.Id.CompareTo(other.Id);

    internal static PersonLine FromRow(Row row) => Of(StoredJson.Parse<Person>(row.Body));

    internal static PersonLine Of(Person person) => person.IsGone ? new(person.Id, "", "", person.Role, null, null, null, 0, 1, false, null, "", "") : new(
        person.Id, person.Name, person.Email, person.Role, person.JobTitle, person.Department, person.Location, person.Level,
        person.Capacity, person.IsActive, person.Pause, Plain(person.Name),
        Plain($"{person.Name} {person.Email} {person.JobTitle} {person.Department} {person.Location}")) { Languages = person.Languages };

    /// <summary>Lower case, without accents: so that "Müller" is found by "muller" and stands where one looks for it.</summary>
    internal static string Plain(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in PlainText.Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }
}
