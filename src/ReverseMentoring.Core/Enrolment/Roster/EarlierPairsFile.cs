using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>HR's own list of pairs: a CSV with a column <c>mentorEmail</c> and a column <c>menteeEmail</c>, in any order, others left aside.</summary>
internal static class EarlierPairsFile
{
    public const string Where = "earlierPairs";

    private const int Most = 20_000;

    private static readonly string[] Columns = ["mentorEmail", "menteeEmail"];

    /// <returns>The pairs of addresses as <see cref="Person.Normal"/> has them; what is wrong is among the findings.</returns>
    public static IReadOnlyList<(string One, string Other)> Parse(byte[] file, Findings findings)
    {
        if (CsvText.Decode(file, findings, Where) is not { } text)
        {
            return [];
        }

        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = CsvText.DelimiterOf(text),
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
            MissingFieldFound = null,
            BadDataFound = null,
        });
        if (!csv.Read() || !csv.ReadHeader() || Columns.FirstOrDefault(column => csv.GetFieldIndex(column, isTryGet: true) < 0) is { } missing)
        {
            findings.Error(Where, "A column is missing.", $"The first row must name the columns: {string.Join(", ", Columns)}.");
            return [];
        }

        var pairs = new List<(string One, string Other)>();
        while (csv.Read() && findings.Errors.Count < Most)
        {
            if (Address(csv, Columns[0], findings) is { } mentor && Address(csv, Columns[1], findings) is { } mentee)
            {
                pairs.Add((Person.Normal(mentor), Person.Normal(mentee)));
            }
        }

        if (pairs.Count > Most)
        {
            findings.Error(Where, $"There are {pairs.Count} pairs.", $"Send at most {Most}: those of people who take part are enough.");
        }

        return pairs;
    }

    private static string? Address(CsvReader csv, string column, Findings findings)
    {
        var text = csv.GetField(column)?.Trim() ?? "";
        if (Addresses.IsOne(text))
        {
            return text;
        }

        findings.Error($"{Where} row {csv.Parser.Row}, column {column}", text.Length == 0 ? "There is no address." : $"'{text}' is not a mail address.", Addresses.Mend);
        return null;
    }
}
