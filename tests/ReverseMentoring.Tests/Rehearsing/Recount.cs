using System.Globalization;
using System.Text.Json;
using CsvHelper;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.Tests.Rehearsing;

using Table = IReadOnlyList<IReadOnlyDictionary<string, string>>;

/// <summary>Works a report's figures out again from the tables that a rehearsal leaves behind, by other means than the product's.</summary>
internal sealed class Recount(string folder)
{
    private readonly Dictionary<string, string> roles = Read(folder, "people").ToDictionary(row => row["Id"], row => row["Role"]);
    private readonly Table answers = Read(folder, "answers");
    private readonly Dictionary<string, bool> lots = Read(folder, "lots").ToDictionary(row => row["Person"], row => row["Waits"] == "True");

    public Table Pairs { get; } = Read(folder, "pairs");

    public Table Sessions { get; } = Read(folder, "sessions");

    public Table People { get; } = Read(folder, "people");

    /// <returns>Value and range of a shown figure; null: it is not known here.</returns>
    public (double Value, double? Low, double? High)? Of(string wave, string table, string cell, DateTimeOffset phaseClosed)
    {
        foreach (var item in StandardItems.All)
        {
            if (Of(item, wave, table, cell) is { } found)
            {
                return found;
            }
        }

        double? count = (table, cell) switch
        {
            (WaveCatalogue.GoingWell, _) => Mean(ByPerson("HalfTime", "goingWell", cell)),
            (WaveCatalogue.Worth, _) => Mean(ByPerson("Pulse", "worth", cell)),
            (WaveCatalogue.Answered, _) => Answers(wave == "end" ? "Feedback" : "HalfTime").Select(row => row["Person"]).Distinct().Count(person => IsIn(cell, person) && !Waits(person)),
            (WaveCatalogue.WaitedAnswered, _) => Answers("Feedback").Select(row => row["Person"]).Distinct().Count(Waits),
            (WaveCatalogue.EarlierAnswered, _) => answers.Count(row => row["Scope"] == cell && DateTimeOffset.Parse(row["At"], CultureInfo.InvariantCulture) <= phaseClosed),
            (WaveCatalogue.Left, _) => People.Count(row => row["LeftAt"].Length > 0),
            (WaveCatalogue.Without, _) => People.Where(row => IsIn(cell, row["Id"]) && !Waits(row["Id"])).Count(row => !Met.Contains(row["Id"])),
            (WaveCatalogue.Sessions, WaveCatalogue.Moved) => Sessions.Sum(row => int.Parse(row["Sequence"], CultureInfo.InvariantCulture)),
            (WaveCatalogue.Sessions, _) => Sessions.Count(row => row["Status"].Equals(cell, StringComparison.OrdinalIgnoreCase)),
            (WaveCatalogue.Meetings, WaveCatalogue.Completed) => Pairs.Count(row => row["Status"] == "Completed"),
            (WaveCatalogue.Meetings, WaveCatalogue.Declined) => Pairs.Count(row => row["Status"] == "Declined"),
            (WaveCatalogue.Topics, _) => Pairs.Count(row => row["ConfirmedAt"].Length > 0 && row["Topics"].Split(' ').Contains(cell)),
            (WaveCatalogue.Commitments, WaveCatalogue.Noted) => Commitments.Count(),
            (WaveCatalogue.Commitments, WaveCatalogue.SeenKept) => Commitments.Count(row => row["Seen"] == "True"),
            (WaveCatalogue.GoOn, _) => Begun.Count(pair => GoesOn(pair["Mentor"], pair["Id"]) && GoesOn(pair["Mentee"], pair["Id"])),
            (WaveCatalogue.UnmetTopics, _) => Answers("Offers").Count(row => IsIn(Cells.Mentees, row["Person"]) && Met.Contains(row["Person"]) && Topics(row, "wishes").Contains(cell) && !Begun.Any(pair => pair["Mentee"] == row["Person"] && pair["Topics"].Split(' ').Contains(cell))),
            (WaveCatalogue.OfferedTopics, _) => Answers("Offers").Count(row => IsIn(Cells.Mentors, row["Person"]) && Topics(row, "offers").Contains(cell)),
            (WaveCatalogue.UnmatchedBecause, _) => Read(folder, "rule-costs").Where(row => row["Rule"] == cell).Sum(row => int.Parse(row["Mentors"], CultureInfo.InvariantCulture) + int.Parse(row["Mentees"], CultureInfo.InvariantCulture)),
            _ when table.StartsWith("selection-", StringComparison.Ordinal) => Partnered(table.Split('-'), cell),
            _ => null,
        };
        return count is { } value ? (value, null, null) : null;
    }

    /// <summary>Of a group, or of all groups that are too small, how many were ever in a pair that began.</summary>
    private double Partnered(string[] table, string cell)
    {
        var column = table[2] switch { "zone" => "TimeZone", "department" => "Department", "level" => "Level", _ => "Language" };
        var groups = People.Where(row => !Waits(row["Id"]) && row["Role"].Equals(table[1], StringComparison.OrdinalIgnoreCase)).GroupBy(row => row[column])
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var large = groups.Count(group => group.Count() >= 5);
        while (large > 0 && groups[large..].Sum(group => group.Count()) is > 0 and < 5)
        {
            large--;
        }

        return (cell == SelectionTables.Others ? groups[large..] : groups.Where(group => group.Key == cell)).SelectMany(group => group).Count(row => Met.Contains(row["Id"]));
    }

    /// <summary>Who ever had a partner.</summary>
    private HashSet<string> Met => Pairs.Where(pair => pair["ConfirmedAt"].Length > 0).SelectMany(pair => new[] { pair["Mentor"], pair["Mentee"] }).ToHashSet();

    private (double Value, double? Low, double? High)? Of(SurveyItem item, string wave, string table, string cell)
    {
        var (start, end) = (Only(Said(item, "Offers", "said", cell), person => !Waits(person) && (lots.Count == 0 || roles[person] != DrawnSide || lots.ContainsKey(person))), Only(Said(item, "Feedback", "said", cell), person => !Waits(person)));
        var both = end.Where(one => start.ContainsKey(one.Key)).Select(one => (Before: start[one.Key], After: one.Value)).ToArray();
        if (table == ItemTables.Change(item))
        {
            return Change([.. both.Select(one => one.After - one.Before)]);
        }

        if (table == ItemTables.Waited(item) || table == ItemTables.Compared(item))
        {
            var (before, after) = (Said(item, "Offers", "said", cell), Only(Said(item, "Feedback", "said", cell), Waits));
            double[] waited = [.. after.Where(one => before.ContainsKey(one.Key)).Select(one => one.Value - before[one.Key])];
            return table == ItemTables.Waited(item) ? Change(waited) : Difference([.. both.Select(one => one.After - one.Before)], waited);
        }

        if (table == ItemTables.SinceThen(item))
        {
            var then = Said(item, "Feedback", "then", cell);
            return Change([.. end.Where(one => then.ContainsKey(one.Key)).Select(one => one.Value - then[one.Key])]);
        }

        if (wave == "end" && table == ItemTables.Level(item, SurveyMoment.End) && item.Scale is ItemScale.Recommendation)
        {
            return Score([.. end.Values]);
        }

        double? value = table == ItemTables.Before(item) ? Mean([.. both.Select(one => one.Before)])
            : table == ItemTables.After(item) ? Mean([.. both.Select(one => one.After)])
            : table == ItemTables.NoBetter(item) ? both.Count(one => one.After <= one.Before)
            : table == ItemTables.Silent(item) ? Mean([.. start.Where(one => Met.Contains(one.Key) && !Answers("Feedback").Any(row => row["Person"] == one.Key)).Select(one => one.Value)])
            : table == ItemTables.Level(item, SurveyMoment.HalfTime) ? Mean([.. Said(item, "HalfTime", "said", cell).Values])
            : table == ItemTables.Level(item, SurveyMoment.End) ? Mean([.. end.Values])
            : null;
        return value is { } found ? (found, null, null) : null;
    }

    private static (double Value, double? Low, double? High) Change(double[] changes)
    {
        var (mean, steps) = (changes.Average(), Steps(changes.Length));
        var margin = Student(changes.Length - 1) * Math.Sqrt(changes.Sum(change => Math.Pow(change - mean, 2)) / (changes.Length - 1) / changes.Length);
        return (Math.Round(Math.Round(Math.Round(mean * steps, 6)) / steps, 1), Math.Round(Math.Floor(((mean - margin) * steps) + 1e-6) / steps, 1), Math.Round(Math.Ceiling(((mean + margin) * steps) - 1e-6) / steps, 1));
    }

    /// <summary>Welch's, between two points of Student's distribution for whole degrees of freedom.</summary>
    private static (double Value, double? Low, double? High) Difference(double[] one, double[] other)
    {
        var (first, second) = (Squared(one), Squared(other));
        var freedom = Math.Pow(first + second, 2) / ((first * first / (one.Length - 1)) + (second * second / (other.Length - 1)));
        var whole = (int)Math.Floor(freedom);
        var point = 1 / (((1 - (freedom - whole)) / Student(whole)) + ((freedom - whole) / Student(whole + 1)));
        var (mean, margin, steps) = (one.Average() - other.Average(), point * Math.Sqrt(first + second), Steps(Math.Min(one.Length, other.Length)));
        return (Math.Round(Math.Round(Math.Round(mean * steps, 6)) / steps, 1), Math.Round(Math.Floor(((mean - margin) * steps) + 1e-6) / steps, 1), Math.Round(Math.Ceiling(((mean + margin) * steps) - 1e-6) / steps, 1));
    }

    /// <summary>The square of a mean's standard error.</summary>
    private static double Squared(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1) / values.Length;

    private static (double Value, double? Low, double? High) Score(double[] grades)
    {
        var (up, down, all) = (grades.Count(grade => grade > 8.5), grades.Count(grade => grade < 6.5), grades.Length + 3.0);
        var (p, d, steps) = ((up + 0.75) / all, (down + 0.75) / all, Steps(grades.Length) / 100.0);
        var margin = 195.9964 * Math.Sqrt((p + d - ((p - d) * (p - d))) / all);
        return (Math.Round(Math.Round(100.0 * (up - down) / grades.Length * steps) / steps, 1), Math.Round(Math.Floor(((100 * (p - d)) - margin) * steps) / steps, 1), Math.Round(Math.Ceiling(((100 * (p - d)) + margin) * steps) / steps, 1));
    }

    /// <summary>The 97.5 % point of Student's distribution, by adding its density up.</summary>
    private static double Student(int freedom)
    {
        const double Step = 0.0005;
        double Density(double t) => Math.Pow(1 + (t * t / freedom), -(freedom + 1) / 2.0);
        var half = Enumerable.Range(0, 400_000).Sum(at => Density((at + 0.5) * Step));
        var (sum, point) = (0.0, 0.0);
        for (; sum < 0.95 * half; point += Step)
        {
            sum += Density(point + (Step / 2));
        }

        return point;
    }

    private static double Mean(IReadOnlyList<double> values) => values.Count == 0 ? double.NaN : Math.Round(Math.Round(Math.Round(values.Average() * Steps(values.Count), 6)) / Steps(values.Count), 1);

    private static double Steps(int people) => people < 10 ? 5 : 10;

    private Dictionary<string, double> Said(SurveyItem item, string form, string list, string cell) =>
        (from row in Answers(form).OrderBy(row => row["At"], StringComparer.Ordinal)
         where IsIn(cell, row["Person"])
         let said = JsonDocument.Parse(row["Value"]).RootElement.GetProperty(list)
         where said.TryGetProperty(item.Id.Value, out _)
         select (Person: row["Person"], Grade: said.GetProperty(item.Id.Value).GetDouble()))
        .GroupBy(one => one.Person).ToDictionary(person => person.Key, person => person.Last().Grade);

    private string DrawnSide => roles[lots.Keys.First()];

    private bool Waits(string person) => lots.GetValueOrDefault(person);

    private static Dictionary<string, double> Only(Dictionary<string, double> said, Func<string, bool> who) => said.Where(one => who(one.Key)).ToDictionary();

    private double[] ByPerson(string form, string field, string cell) =>
    [
        .. from row in Answers(form)
           where IsIn(cell, row["Person"])
           let value = JsonDocument.Parse(row["Value"]).RootElement
           where value.TryGetProperty(field, out _)
           group value.GetProperty(field).GetDouble() by row["Person"] into person
           select person.Average(),
    ];

    private IEnumerable<IReadOnlyDictionary<string, string>> Begun => Pairs.Where(pair => pair["ConfirmedAt"].Length > 0);

    private bool GoesOn(string person, string pair) => Answers("Feedback").Any(row => row["Person"] == person
        && JsonDocument.Parse(row["Value"]).RootElement.GetProperty("goesOn").EnumerateArray().Any(one => one.GetString() == pair));

    /// <param name="row">Offers and wishes.</param>
    /// <param name="which"><c>offers</c> or <c>wishes</c>.</param>
    private static IEnumerable<string?> Topics(IReadOnlyDictionary<string, string> row, string which) =>
        JsonDocument.Parse(row["Value"]).RootElement.GetProperty(which).EnumerateArray().Select(one => one.GetProperty("topic").GetString());

    private IEnumerable<IReadOnlyDictionary<string, string>> Commitments => Read(folder, "commitments").Where(row => Pairs.Any(pair => pair["Id"] == row["Meeting"] && pair["Mentee"] == row["Person"]));

    private IEnumerable<IReadOnlyDictionary<string, string>> Answers(string form) => answers.Where(row => row["Form"] == form);

    private bool IsIn(string cell, string person) => cell == Cells.All || roles[person] == (cell == Cells.Mentors ? "Mentor" : "Mentee");

    private static List<IReadOnlyDictionary<string, string>> Read(string folder, string name)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(folder, $"{name}.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name) ?? ""));
        }

        return rows;
    }
}
