using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Exports;
using ReverseMentoring.Web.Manage.Figures;

namespace ReverseMentoring.Web.Manage.Sponsors;

/// <summary>What the sponsor's sheet says, as a table for a spreadsheet: a line a figure.</summary>
internal static class SponsorTable
{
    private static readonly string[] Heads = ["Forecast.Figure", "Forecast.Value", "Outcome.Start", "Outcome.End", "Outcome.Change"];

    public static ExportTable Of(SponsorViewModel view)
    {
        var (context, report) = (view.Context, view.Report);
        return new(
            [.. Heads.Select(head => new ExportColumn(context.Say(head), Told.Aggregate))],
            [
                Line("Report.Invited", report.Participants), Line("Role.Mentors", report.Mentors), Line("Role.Mentees", report.Mentees),
                Line("Report.Formed", report.Circles?.Formed ?? report.PairsFormed),
                .. SponsorFigures.Completed(context, report) is { } completed ? [Line("Table.completed", completed)] : Array.Empty<IReadOnlyList<object?>>(),
                Line("Report.SessionsPlanned", report.Sessions.FirstPlanned),
                .. report.Sessions.LostEarly > 0 ? [Line("Report.LostEarlyShort", report.Sessions.LostEarly)] : Array.Empty<IReadOnlyList<object?>>(),
                .. report.Sessions.CalledOff > 0 ? [Line("Sessions.CalledOff", report.Sessions.CalledOff)] : Array.Empty<IReadOnlyList<object?>>(),
                .. report.Sessions.Held is { } held ? [Line("Tile.Held", held)] : Array.Empty<IReadOnlyList<object?>>(),
                .. SponsorFigures.HoursOfEachSide(view) is { } hours ? [Line("Sponsor.Hours", hours)] : Array.Empty<IReadOnlyList<object?>>(),
                .. report.Wave(Core.Programme.WaveNames.End)?.Find(WaveCatalogue.Worth, Cells.All) is { Value: { } worth } ? [Line("Report.Worth", worth)] : Array.Empty<IReadOnlyList<object?>>(),
                .. view.Outcomes.Select(outcome => (IReadOnlyList<object?>)
                [
                    $"{context.Say($"Sponsor.Side.{outcome.Cell}")}{context.Localizer.Colon} {OutcomeTexts.Statement(context, outcome.Item)}", null,
                    OutcomeTexts.Level(context, outcome.Item, outcome.Before), OutcomeTexts.Level(context, outcome.Item, outcome.After),
                    string.Join(", ", new[] { OutcomeTexts.Change(context, outcome.Change), OutcomeTexts.Word(context, outcome.Change) }.Where(part => part.Length > 0)),
                ]),
            ]);

        IReadOnlyList<object?> Line(string head, object value) => [context.Say(head), value, null, null, null];
    }
}
