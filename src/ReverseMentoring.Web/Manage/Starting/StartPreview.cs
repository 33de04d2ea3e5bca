using System.Text.RegularExpressions;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Manage.Forecasts;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>A row of the file with all that was found in it.</summary>
[Tells(Told.List)]
public sealed record PreviewRow(int Number, IReadOnlyList<string> Cells, IReadOnlyList<Finding> Errors, IReadOnlyList<Finding> Warnings);

/// <summary>The second step: which column is which, and what was found, before anything is stored.</summary>
[Tells(Told.List)]
public sealed partial record StartPreview(
    ManagerContext Context, FormState State, PeopleSheet PeopleSheet, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<Finding> Errors, IReadOnlyList<Finding> Warnings, CohortPlan? Plan,
    IReadOnlyList<CycleDay> Calendar)
{
    /// <summary>What it may come to; null: it could not be started, or there are too many people.</summary>
    public ComparedForecast? Forecast { get; init; }

    /// <summary>What is compared.</summary>
    public TrialForm Trial { get; init; } = TrialForm.None;

    /// <summary>There is no list: people come by themselves.</summary>
    public bool HasNoList => PeopleSheet.Rows.Count == 0 && State.Value("openCall") is { Length: > 0 };

    private const int MostRows = 200;

    private const int FirstRows = 8;

    /// <summary>The first rows, and all in which something was found.</summary>
    public IReadOnlyList<PreviewRow> Rows { get; } = [.. RowsOf(PeopleSheet, Columns, Errors, Warnings)];

    /// <summary>Weeks within the cycle in which the company is closed.</summary>
    public IReadOnlyList<DateRange> Closed { get; } =
        Plan is { } plan && Calendar.Count > 0 ? new WorkingDays(plan.Settings.Closed, []).ClosedIn(Calendar[0].Begins, Calendar[^1].Begins) : [];

    /// <summary>Public holidays that fall into the cycle, where its people live.</summary>
    public IReadOnlyList<CountryHolidays> Holidays { get; } = Plan is { } known && Calendar.Count > 0 ? CountryHolidays.Of(known, Calendar[^1].Begins) : [];

    /// <summary>A better first day than the one that was chosen; null: that one is good.</summary>
    public DateOnly? Better => Plan?.Better;

    /// <summary>What is not about one row.</summary>
    public IEnumerable<Finding> General(IEnumerable<Finding> findings) => findings.Where(finding => NumberOf(finding) is null);

    /// <summary>The column that a finding is about; empty where it is about none.</summary>
    public static string Place(Finding finding) => Column().Match(finding.Where) is { Success: true } match ? match.Groups[1].Value : "";

    private static IEnumerable<PreviewRow> RowsOf(
        PeopleSheet peopleSheet, IReadOnlyDictionary<string, int> columns, IReadOnlyList<Finding> errors, IReadOnlyList<Finding> warnings)
    {
        var (wrong, careful) = (errors.ToLookup(NumberOf), warnings.ToLookup(NumberOf));
        return Enumerable.Range(2, peopleSheet.Rows.Count)
            .Where(number => wrong.Contains(number) || careful.Contains(number) || number < FirstRows + 2)
            .OrderByDescending(number => wrong.Contains(number)).ThenByDescending(number => careful.Contains(number)).ThenBy(number => number).Take(MostRows)
            .Select(number => new PreviewRow(
                number, [.. PeopleSheet.CellsOf(peopleSheet.Rows[number - 2], columns)],
                [.. wrong[number]], [.. careful[number]]));
    }

    /// <summary>As spreadsheets count, the header is row 1.</summary>
    private static int? NumberOf(Finding finding) =>
        Row().Match(finding.Where) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^people row (\d+)")]
    private static partial Regex Row();

    [GeneratedRegex(@"^people(?: row \d+)?, column (\w+)")]
    private static partial Regex Column();
}
