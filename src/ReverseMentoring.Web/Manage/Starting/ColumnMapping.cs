using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Enrolment.Roster;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>Which column of the file is which of ours.</summary>
internal static class ColumnMapping
{
    public const string Prefix = "column.";

    /// <summary>Our columns by the place of theirs, as far as names tell.</summary>
    public static Dictionary<string, int> Guess(PeopleSheet peopleSheet)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in PeopleCsv.Columns)
        {
            var at = peopleSheet.Header.ToList().FindIndex(title => ColumnNames.Find(title) == column);
            if (at >= 0 && !columns.ContainsValue(at))
            {
                columns[column] = at;
            }
        }

        return columns;
    }

    public static Dictionary<string, int> ChosenOrGuessed(IFormCollection form, PeopleSheet peopleSheet) =>
        ReadMapping(form, peopleSheet) is { Count: > 0 } chosen ? chosen : Guess(peopleSheet);

    /// <summary>As somebody has chosen.</summary>
    public static Dictionary<string, int> ReadMapping(IFormCollection form, PeopleSheet peopleSheet) => PeopleCsv.Columns
        .Select(column => (column, chosen: int.TryParse(form[Prefix + column], out var at) && at >= 0 && at < peopleSheet.Header.Count ? at : -1))
        .Where(entry => entry.chosen >= 0).ToDictionary(entry => entry.column, entry => entry.chosen, StringComparer.Ordinal);
}
