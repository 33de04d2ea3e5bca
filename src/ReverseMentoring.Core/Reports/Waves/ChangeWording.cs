using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Statistics;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>
/// Gives published changes their words. All from the start to the end are looked at together, since each is one more chance to find
/// something that is not there, and so are all that are held against those who waited; what people say looking back is no finding and has no word.
/// </summary>
internal static class ChangeWording
{
    /// <param name="tables">As the gate let them through. What it hid has no part in it.</param>
    /// <param name="drafts">Of the same figures.</param>
    /// <param name="counts">Whether a table's figures are findings that are looked at together.</param>
    public static IReadOnlyList<PublishedTable> Word(IReadOnlyList<PublishedTable> tables, IReadOnlyList<FigureDraft> drafts, Func<string, bool> counts)
    {
        var shown = tables.Where(table => counts(table.Name)).SelectMany(table => table.Figures, (table, figure) => (Table: table.Name, Figure: figure))
            .Where(one => one.Figure.State is FigureState.Shown).Select(one => (one.Table, one.Figure.Cell)).ToHashSet();
        var found = drafts.Where(draft => shown.Contains((draft.Table, draft.Cell))).ToArray();
        var words = found.Zip(ChangeWords.For([.. found.Select(Test)])).ToDictionary(one => (one.First.Table, one.First.Cell), one => one.Second);
        return
        [
            .. tables.Select(table => table with
            {
                Figures = [.. table.Figures.Select(figure => words.TryGetValue((table.Name, figure.Cell), out var word) ? figure with { Word = word } : figure)],
            }),
        ];
    }

    private static ITested Test(FigureDraft draft) => draft switch
    {
        ChangeDraft change => PairedChange.Of(change.Changes),
        ComparisonDraft comparison => GroupDifference.Of(comparison.Began.Changes, comparison.Waited.Changes),
        _ => throw new ArgumentException($"{draft.GetType().Name} is no change.", nameof(draft)),
    };
}
