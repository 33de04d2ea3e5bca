using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>Who found a partner, by group, put together from what was published and nothing else.</summary>
public static class Fairness
{
    /// <returns>Of which side and trait nothing is shown, though somebody of that side found no partner; none while the closing survey is open.</returns>
    public static IReadOnlyList<(Role Role, Trait Trait)> Hidden(Report report) => report.Wave(WaveNames.End) is not { } end ? [] :
    [
        .. SelectionTables.All.Where(table => end.Tables.Any(one => one.Name == SelectionTables.NameOf(table.Role, table.Trait)))
            .Except(Of(report).Select(shares => (shares.Role, shares.Trait))),
    ];

    /// <returns>Of each side and trait the groups that are shown, and their ratio where there are two; none while the closing survey is open.</returns>
    public static IReadOnlyList<TraitShares> Of(Report report) => report.Wave(WaveNames.End) is not { } end ? [] :
    [
        .. from table in SelectionTables.All
           let published = end.Tables.FirstOrDefault(one => one.Name == SelectionTables.NameOf(table.Role, table.Trait))
           where published is not null
           let groups = published.Figures.Where(figure => figure is { State: FigureState.Shown, Value: not null, Of: not null })
               .Select(figure => new GroupShare(figure.Cell == SelectionTables.Others ? null : figure.Cell, figure.Of!.Value, (int)figure.Value!.Value))
               .OrderBy(one => one.Group is null).ThenByDescending(one => one.All).ThenBy(one => one.Group, StringComparer.Ordinal).ToArray()
           where groups.Length > 0
           select new TraitShares(table.Trait, table.Role, groups, Selection.RatioOf(groups)),
    ];
}
