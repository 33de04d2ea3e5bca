using System.Globalization;
using System.Text.Json;
using CsvHelper;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Standings;

namespace ReverseMentoring.Web.Api.Reports;

/// <summary>
/// A report for spreadsheets, one figure a line: where it belongs, what it is, its value; of changes and scores also the range that holds the true one
/// with 95 % confidence, and of changes a word. At the end stands what people wrote and let be shown. What is not shown says so in place of a value.
/// </summary>
public static class ReportCsv
{
    public static IReadOnlyList<string> Heads { get; } = ["section", "figure", "value", "low", "high", "word"];

    public static string Write(Report report, IReadOnlyList<WaveComments> comments)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var head in Heads)
            {
                csv.WriteField(head);
            }

            csv.NextRecord();
            foreach (var row in Rows(report, comments))
            {
                foreach (var field in row)
                {
                    csv.WriteCell(field);
                }

                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    /// <summary>The same as cells, in the order of <see cref="Heads"/>.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Rows(Report report, IReadOnlyList<WaveComments> comments) =>
        Lines(report).Concat(comments.SelectMany(Words)).Select(line => (IReadOnlyList<object?>)
        [
            line.Section, line.Figure, line.Value, line.Low, line.High, line.Of?.Word is { } word ? JsonNamingPolicy.KebabCaseLower.ConvertName($"{word}") : null,
        ]);

    private static IEnumerable<Line> Lines(Report report) =>
    [
        new("cohort", "id", report.Cohort),
        new("cohort", "name", report.Name),
        new("cohort", "at", report.At.ToString("O", CultureInfo.InvariantCulture)),
        .. Outcomes.Of(report).SelectMany(Figures),
        new("people", "participants", report.Participants),
        new("people", "mentors", report.Mentors),
        new("people", "mentees", report.Mentees),
        new("pairs", "formed", report.PairsFormed),
        .. Circles(report.Circles),
        new("sessions", "planned", report.Sessions.FirstPlanned),
        new("sessions", "held", report.Sessions.Held),
        new("sessions", "missed", report.Sessions.Missed),
        new("sessions", "unconfirmed", report.Sessions.Unconfirmed),
        new("sessions", "moved", report.Sessions.Moved),
        .. report.Sessions.LostEarly > 0 ? new Line[] { new("sessions", "lost with pairs that ended early", report.Sessions.LostEarly) } : [],
        .. report.Sessions.CalledOff > 0 ? new Line[] { new("sessions", "called off", report.Sessions.CalledOff) } : [],
        .. report.Waves.SelectMany(Figures),
        .. Fairness.Of(report).SelectMany(Ratio),
    ];

    private static IEnumerable<Line> Circles(CircleFigures? figures) =>
        figures is null ? [] : [new("circles", "formed", figures.Formed), new("circles", "people", figures.People)];

    /// <summary>Only what the tables of waves, which come too, don't say: the words of the question, and what silence may hide.</summary>
    private static IEnumerable<Line> Figures(Outcome outcome) =>
    [
        new($"outcome {outcome.Item.Id}", $"{outcome.Cell} statement", outcome.Item.TextIn()),
        .. outcome.Bounds is { } bounds
            ? [new Line($"outcome {outcome.Item.Id}", $"{outcome.Cell} change at worst", Math.Round(bounds.Worst, 1)), new Line($"outcome {outcome.Item.Id}", $"{outcome.Cell} change at best", Math.Round(bounds.Best, 1))]
            : Array.Empty<Line>(),
    ];

    private static IEnumerable<Line> Figures(PublishedWave wave) =>
        wave.Tables.SelectMany(table => table.Figures.SelectMany(figure => Figures(wave, table, figure)));

    /// <summary>Beside those who answered at the end stands how many were asked, where that is told.</summary>
    private static IEnumerable<Line> Figures(PublishedWave wave, PublishedTable table, PublishedFigure figure) =>
    [
        new($"{wave.Name} {table.Name}", figure.Title ?? figure.Cell, ValueOf(figure), figure),
        .. table.Name == WaveCatalogue.Answered && figure.Of is { } asked && wave.Find(WaveCatalogue.Without, figure.Cell) is { Value: not null }
            ? [new Line($"{wave.Name} {table.Name}", $"{figure.Cell} asked", asked)]
            : Array.Empty<Line>(),
    ];

    /// <summary>What the tables of the wave, which come too, don't say: how the lowest share stands to the highest.</summary>
    private static IEnumerable<Line> Ratio(TraitShares shares) => shares.Ratio is not { } ratio ? [] :
    [
        new($"{WaveNames.End} {SelectionTables.NameOf(shares.Role, shares.Trait)}", "lowest share of the highest", Share(ratio.Value)) { Low = Share(ratio.Low), High = Share(ratio.High) },
    ];

    private static double Share(double share) => Math.Round(share, 2);

    private static object? ValueOf(PublishedFigure figure) => figure.State switch
    {
        FigureState.Shown => figure.Value,
        FigureState.AtLeast => $"at least {figure.Least} people, not shown",
        FigureState.TooFew => $"fewer than {figure.Least} people answered",
        FigureState.Few => $"fewer than {figure.Least} people",
        _ => $"all but fewer than {figure.Least} people",
    };

    private static IEnumerable<Line> Words(WaveComments wave) => wave.Texts.Select(text => new Line($"{wave.Wave} comment", "", text));

    /// <param name="Of">What the gate published; null where nobody answered for it.</param>
    private sealed record Line(string Section, string Figure, object? Value, PublishedFigure? Of = null)
    {
        public double? Low { get; init; } = Of?.Interval?.Low;

        public double? High { get; init; } = Of?.Interval?.High;
    }
}
