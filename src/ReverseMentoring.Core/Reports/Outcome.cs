using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.Core.Reports;

/// <summary>What became of one promise for one side, put together from what was published and nothing else.</summary>
/// <param name="Item">The question that measures it.</param>
/// <param name="Cell">Of whom: one of <see cref="Cells"/>.</param>
public sealed record Outcome(SurveyItem Item, string Cell)
{
    /// <summary>Where those had begun who answered at the start and at the end.</summary>
    public PublishedFigure? Before { get; init; }

    /// <summary>Where all were who answered at half-time.</summary>
    public PublishedFigure? HalfTime { get; init; }

    /// <summary>Where those ended who are compared; of a question that is asked at the end only, all who answered.</summary>
    public PublishedFigure? After { get; init; }

    /// <summary>From the start to the end, of the same people; null where it was not asked at the start.</summary>
    public PublishedFigure? Change { get; init; }

    /// <summary>The change against what people, looking back, say of the start: beside the true one, never instead of it.</summary>
    public PublishedFigure? SinceThen { get; init; }

    /// <summary>What those changed by whom a draw made wait: null where there was none, or the other side was drawn among.</summary>
    public PublishedFigure? Waited { get; init; }

    /// <summary>How far the change of those who began lies above it.</summary>
    public PublishedFigure? Compared { get; init; }

    /// <summary>How many ended no higher than they had begun.</summary>
    public PublishedFigure? NoBetter { get; init; }

    /// <summary>Where those had begun who were asked at the end and did not answer.</summary>
    public PublishedFigure? Silent { get; init; }

    /// <summary>What the change could be if all who were asked had answered; null where that can't be told, as where those who did not began.</summary>
    public SilenceBounds? Bounds { get; init; }
}

/// <summary>Puts the outcomes of a cohort together.</summary>
public static class Outcomes
{
    /// <returns>In the order of the promises; none while the closing survey is open.</returns>
    public static IReadOnlyList<Outcome> Of(Report report)
    {
        if (report.Wave(WaveNames.End) is not { } end)
        {
            return [];
        }

        var half = report.Wave(WaveNames.HalfTime);
        return
        [
            .. from item in end.Items
               where item.Moments.Contains(SurveyMoment.End)
               from cell in ItemTables.CellsOf(item)
               select Read(item, cell, end, half),
        ];
    }

    private static Outcome Read(SurveyItem item, string cell, PublishedWave end, PublishedWave? half)
    {
        var (after, level) = (end.Find(ItemTables.After(item), cell), end.Find(ItemTables.Level(item, SurveyMoment.End), cell));
        var (change, before, silent) = (end.Find(ItemTables.Change(item), cell), end.Find(ItemTables.Before(item), cell), end.Find(ItemTables.Silent(item), cell));
        return new(item, cell)
        {
            Before = before,
            HalfTime = half?.Find(ItemTables.Level(item, SurveyMoment.HalfTime), cell),
            After = after is { State: FigureState.Shown } ? after : level ?? after,
            Change = change,
            SinceThen = end.Find(ItemTables.SinceThen(item), cell),
            Waited = end.Find(ItemTables.Waited(item), cell),
            Compared = end.Find(ItemTables.Compared(item), cell),
            NoBetter = end.Find(ItemTables.NoBetter(item), cell),
            Silent = silent,
            Bounds = Bounds(item, change, silent, end.Find(WaveCatalogue.Answered, cell)),
        };
    }

    private static SilenceBounds? Bounds(SurveyItem item, PublishedFigure? change, PublishedFigure? silent, PublishedFigure? answered) =>
        (change?.Value, silent?.Value, answered) is ({ } value, { } at, { Value: { } count, Of: { } all })
            ? SilenceBounds.Of(value, (int)count, all - (int)count, at, item.Lowest, item.Highest)
            : null;
}
