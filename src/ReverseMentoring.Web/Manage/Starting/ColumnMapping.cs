using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>Which column of the file is which of ours.</summary>
internal static class ColumnMapping
{
    public const string Prefix = "column.";

    /// <summary>What such columns are called elsewhere, in letters and digits only.</summary>
    private static readonly Dictionary<string, string[]> Usual = new(StringComparer.Ordinal)
    {
        ["name"] = ["fullname", "displayname", "employee", "employeename", "mitarbeiter", "vollername"],
        ["email"] = ["mail", "emailaddress", "mailaddress", "workemail", "emailadresse", "userprincipalname"],
        ["role"] = ["part", "rolle", "programmerole"],
        ["jobTitle"] = ["title", "job", "position", "stelle", "funktion"],
        ["department"] = ["dept", "team", "unit", "abteilung", "bereich", "organisation"],
        ["level"] = ["grade", "rank", "seniority", "ebene", "stufe"],
        ["managerEmail"] = ["manager", "managermail", "supervisor", "supervisoremail", "reportsto", "vorgesetzter", "fuhrungskraft"],
        ["location"] = ["office", "site", "city", "ort", "standort", "stadt"],
        ["timeZone"] = ["tz", "zeitzone"],
        ["languages"] = ["language", "sprache", "sprachen"],
        ["capacity"] = ["partners", "places", "kapazitat", "platze"],
        ["delegateEmail"] = ["delegate", "assistant", "assistantemail", "assistenz", "vertretung"],
    };

    /// <summary>Our columns by the place of theirs, as far as names tell.</summary>
    public static Dictionary<string, int> Guess(PeopleSheet peopleSheet)
    {
        var titles = peopleSheet.Header.Select(Plain).ToArray();
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in PeopleCsv.Columns)
        {
            var at = Array.IndexOf(titles, Plain(column));
            at = at >= 0 ? at : Array.FindIndex(titles, title => Usual[column].Contains(title));
            if (at >= 0 && !columns.ContainsValue(at))
            {
                columns[column] = at;
            }
        }

        return columns;
    }

    /// <summary>As somebody has chosen.</summary>
    public static Dictionary<string, int> ReadMapping(IFormCollection form, PeopleSheet peopleSheet) => PeopleCsv.Columns
        .Select(column => (column, chosen: int.TryParse(form[Prefix + column], out var at) && at >= 0 && at < peopleSheet.Header.Count ? at : -1))
        .Where(entry => entry.chosen >= 0).ToDictionary(entry => entry.column, entry => entry.chosen, StringComparer.Ordinal);

    private static string Plain(string title) => string.Concat(PersonLine.Plain(title).Where(char.IsLetterOrDigit));
}
