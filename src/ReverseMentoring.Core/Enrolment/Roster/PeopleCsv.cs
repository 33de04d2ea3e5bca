using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ReverseMentoring.Core.Enrolment.Checking;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>Reads a people CSV as spreadsheets write it: any of three delimiters, quoted line breaks, headers in any case.</summary>
public static class PeopleCsv
{
    public static IReadOnlyList<string> Columns => ColumnNames.All;

    private static readonly string[] Needed = ["name", "email", "role"];

    private static readonly char[] BetweenLanguages = [';', ',', '|', '/', ' '];

    /// <param name="file">As it was sent.</param>
    /// <param name="findings">Takes what is wrong with it.</param>
    /// <param name="looksUp">Names come from the directory where the file has none.</param>
    public static IReadOnlyList<RosterRow> Parse(byte[] file, Findings findings, bool looksUp = false)
    {
        if (CsvText.Decode(file, findings) is not { } text)
        {
            return [];
        }

        var places = new HashSet<int>();
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = CsvText.DelimiterOf(text),
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = false,
            BadDataFound = bad => places.Add(bad.Context.Parser!.Row),
        });
        if (!csv.Read() || !csv.ReadHeader())
        {
            findings.Error("people", "The file is empty.", "Send a header and a row for each person.");
            return [];
        }

        var columns = ReadHeader(csv.HeaderRecord!, looksUp ? Needed[1..] : Needed, findings);
        return columns.Count == 0 ? [] : [.. ReadRows(csv, columns, places, findings)];
    }

    private static Dictionary<string, int> ReadHeader(string[] header, string[] needed, Findings findings)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < header.Length; index++)
        {
            var title = header[index];
            if (title.Length == 0)
            {
                continue;
            }

            if (ColumnNames.Find(title) is not { } known)
            {
                findings.Warn("people", $"Column '{title}' is not known and not read{ClosestWord.End(title, Columns)}", $"Known are: {string.Join(", ", Columns)}.");
            }
            else if (!columns.TryAdd(known, index))
            {
                findings.Error($"people, column {known}", "The column is there twice.", "Keep one of the two.");
            }
        }

        foreach (var missing in needed.Except(columns.Keys))
        {
            findings.Error($"people, column {missing}", "The column is missing.", $"The header needs at least: {string.Join(", ", needed)}.");
        }

        return columns;
    }

    private static IEnumerable<RosterRow> ReadRows(
        CsvReader csv, Dictionary<string, int> columns, HashSet<int> badRows, Findings findings)
    {
        var width = csv.HeaderRecord!.Length;
        while (csv.Read())
        {
            var row = csv.Parser.Row;
            var cells = csv.Parser.Record!;
            var place = RosterPlace.InCsv(row);
            if (badRows.Contains(row) || cells.Skip(width).Any(cell => cell.Length > 0))
            {
                findings.Error(place.Row, "The row has more cells than the header, or a stray quote.", "Put values that hold the delimiter or quotes into quotes, and double quotes inside.");
            }
            else if (cells.Any(cell => cell.Length > 0))
            {
                yield return Row(place, column => columns.TryGetValue(column, out var index) && index < cells.Length && cells[index].Length > 0 ? cells[index] : null);
            }
        }
    }

    private static RosterRow Row(RosterPlace place, Func<string, string?> cell) => new(place)
    {
        Name = cell("name"),
        Email = cell("email"),
        Role = cell("role"),
        JobTitle = cell("jobTitle"),
        Department = cell("department"),
        Level = cell("level"),
        ManagerEmail = cell("managerEmail"),
        Location = cell("location"),
        TimeZone = cell("timeZone"),
        Languages = cell("languages")?.Split(BetweenLanguages, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        Capacity = cell("capacity"),
        DelegateEmail = cell("delegateEmail"),
    };
}
