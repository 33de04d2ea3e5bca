using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;

namespace ReverseMentoring.Web.Api.Reports;

/// <summary>A report as three columns, for spreadsheets: one figure a line, and at the end what people wrote and let be shown. What is not shown says so in place of a figure.</summary>
public static class ReportCsv
{
    private static readonly CsvConfiguration Safe = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    public static string Write(Report report, IReadOnlyList<WaveComments> comments)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Safe))
        {
            csv.WriteField("section");
            csv.WriteField("figure");
            csv.WriteField("value");
            csv.NextRecord();
            foreach (var (section, figure, value) in Lines(report).Concat(comments.SelectMany(Words)))
            {
                csv.WriteField(section);
                csv.WriteField(figure);
                csv.WriteField(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Section, string Figure, object? Value)> Lines(Report report) =>
    [
        ("cohort", "id", report.Cohort),
        ("cohort", "name", report.Name),
        ("cohort", "at", report.At.ToString("O", CultureInfo.InvariantCulture)),
        ("people", "participants", report.Participants),
        ("people", "mentors", report.Mentors),
        ("people", "mentees", report.Mentees),
        ("people", "unmatched mentors", report.UnmatchedMentors),
        ("people", "unmatched mentees", report.UnmatchedMentees),
        .. report.Phases.Select(phase => ("phase " + phase.Name, "invited", (object?)phase.Invited)),
        ("pairs", "formed", report.PairsFormed),
        .. Circles(report.Circles),
        ("sessions", "planned", report.Sessions.Planned),
        ("sessions", "held", report.Sessions.Held),
        ("sessions", "missed", report.Sessions.Missed),
        ("sessions", "unconfirmed", report.Sessions.Unconfirmed),
        ("sessions", "moved", report.Sessions.Moved),
        .. report.Waves.SelectMany(Figures),
    ];

    private static IEnumerable<(string Section, string Figure, object? Value)> Circles(CircleFigures? figures) =>
        figures is null ? [] : [("circles", "formed", figures.Formed), ("circles", "people", figures.People)];

    private static IEnumerable<(string Section, string Figure, object? Value)> Figures(PublishedWave wave) =>
        wave.Tables.SelectMany(table => table.Figures.Select(figure => ($"{wave.Name} {table.Name}", figure.Title ?? figure.Cell, ValueOf(figure))));

    private static object? ValueOf(PublishedFigure figure) => figure.State switch
    {
        FigureState.Shown => figure.Value,
        FigureState.AtLeast => $"at least {figure.Least} people, not shown",
        FigureState.TooFew => $"fewer than {figure.Least} people answered",
        FigureState.Few => $"fewer than {figure.Least} people",
        _ => $"all but fewer than {figure.Least} people",
    };

    private static IEnumerable<(string Section, string Figure, object? Value)> Words(WaveComments wave) =>
        wave.Texts.Select(text => ($"{wave.Wave} comment", "", (object?)text));
}
