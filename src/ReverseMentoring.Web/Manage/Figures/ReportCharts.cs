using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Web.DesignSystem.Charts;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Figures;

/// <summary>A chart's figures, with their labels.</summary>
public sealed record ChartData(string Id, string Title, string LabelHead, IReadOnlyList<string> Labels, IReadOnlyList<Series> Series, double? Max = null)
{
    public bool IsEmpty => Labels.Count == 0 && NearlyAll.Count == 0;

    /// <summary>What holds of nearly all: how many did not is told of none of these, so that there is no bar.</summary>
    public IReadOnlyList<string> NearlyAll { get; init; } = [];
}

/// <summary>A report's figures as charts.</summary>
internal static class ReportCharts
{
    private const int MostTopics = 12;

    /// <summary>What became of those that were planned. How often they were moved is no part of these, and stands below.</summary>
    public static ChartData Sessions(ManagerContext context, SessionFigures sessions)
    {
        (string Label, int? Value)[] figures =
        [
            ("Report.Planned", sessions.FirstPlanned), ("SessionStatus.Held", sessions.Held), ("SessionStatus.Missed", sessions.Missed),
            ("SessionStatus.Unconfirmed", sessions.Unconfirmed), ("Report.LostEarlyShort", sessions.LostEarly > 0 ? sessions.LostEarly : null),
        ];
        var told = figures.Where(figure => figure.Value is not null).ToArray();
        return new(
            "chart-sessions", context.Say("Menu.sessions"), context.Say("Report.Figure"), [.. told.Select(figure => context.Say(figure.Label))],
            [new(context.Say("Menu.sessions"), [.. told.Select(figure => (double?)figure.Value)])]);
    }

    /// <summary>What each rule cost, where it cost enough people a partner.</summary>
    public static ChartData Rules(ManagerContext context, PublishedWave wave) => Counted(
        context, wave, WaveCatalogue.UnmatchedBecause, "chart-rules", "Unmatched.Costs", "Unmatched.Rule", "Report.Figure",
        figure => PairTexts.Rule(context, figure.Cell));

    /// <summary>What enough people met about; of a topic that nearly all met about, how many did not is not told.</summary>
    public static ChartData Topics(ManagerContext context, PublishedWave wave) => Counted(
        context, wave, WaveCatalogue.Topics, "chart-topics", "Report.Topics", "Pair.Topic", "Menu.pairs",
        figure => TopicTitles.Translate(new(new(figure.Cell), figure.Title ?? figure.Cell), context.Culture));

    /// <summary>What enough people wished for in vain.</summary>
    public static ChartData Unmet(ManagerContext context, PublishedWave wave) => Counted(
        context, wave, WaveCatalogue.UnmetTopics, "chart-unmet", "Table.unmet-topics", "Pair.Topic", "Tile.People",
        figure => TopicTitles.Translate(new(new(figure.Cell), figure.Title ?? figure.Cell), context.Culture));

    private static ChartData Counted(
        ManagerContext context, PublishedWave wave, string table, string id, string title, string head, string series, Func<PublishedFigure, string> label)
    {
        var figures = wave.Tables.FirstOrDefault(one => one.Name == table)?.Figures.Take(MostTopics).ToArray() ?? [];
        return new(
            id, context.Say(title), context.Say(head), [.. figures.Where(figure => figure.Value is not null).Select(label)],
            [new(context.Say(series), [.. figures.Select(figure => figure.Value).OfType<double>().Select(value => (double?)value)])])
        {
            NearlyAll = [.. figures.Where(figure => figure.Value is null).Select(label)],
        };
    }
}
