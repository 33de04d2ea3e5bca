using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Web.Manage.Figures;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Sponsors;

/// <summary>What a board asks first, worked out from figures that are published and nothing else.</summary>
internal static class SponsorFigures
{
    private const double MinutesInHour = 60;

    /// <summary>Hours that each side spent in sessions of pairs, as long as they were planned; null: how many were held is not told, or circles met.</summary>
    public static double? HoursOfEachSide(SponsorViewModel view) => view.Report is { Circles: null, Sessions.Held: { } held }
        ? Math.Round(held * view.Context.Cohort.Settings.Sessions.Minutes / MinutesInHour)
        : null;

    /// <summary>How many pairs or circles went on to their end; null while the closing survey is open.</summary>
    public static string? Completed(CohortContext context, Report report) =>
        report.Wave(WaveNames.End)?.Find(WaveCatalogue.Meetings, WaveCatalogue.Completed) is { } figure ? FigureTexts.Say(context, FigureKind.Meetings, figure) : null;
}
