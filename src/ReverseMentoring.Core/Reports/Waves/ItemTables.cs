using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>The tables of one question of the survey, by their names. Rows and files hold these, so they never change.</summary>
public static class ItemTables
{
    /// <summary>The change from the start to the end, of those who answered both times.</summary>
    public static string Change(SurveyItem item) => $"{item.Id}.change";

    /// <summary>Where these had begun.</summary>
    public static string Before(SurveyItem item) => $"{item.Id}.before";

    /// <summary>Where these have ended.</summary>
    public static string After(SurveyItem item) => $"{item.Id}.after";

    /// <summary>How many of these ended no higher than they had begun.</summary>
    public static string NoBetter(SurveyItem item) => $"{item.Id}.no-better";

    /// <summary>The change of those whom a draw made wait: what happens without the programme.</summary>
    public static string Waited(SurveyItem item) => $"{item.Id}.waited";

    /// <summary>By how much the change of those who began lies above it: what the programme has done.</summary>
    public static string Compared(SurveyItem item) => $"{item.Id}.compared";

    /// <summary>The change against what people, looking back, say that they would have said at the start.</summary>
    public static string SinceThen(SurveyItem item) => $"{item.Id}.since-then";

    /// <summary>Where those had begun who did not answer at the end.</summary>
    public static string Silent(SurveyItem item) => $"{item.Id}.silent";

    /// <summary>What all said who answered at half-time or at the end.</summary>
    public static string Level(SurveyItem item, SurveyMoment moment) => $"{item.Id}.{Slug(moment)}";

    /// <summary>What answers at a moment are called as a variable: the same in all cohorts.</summary>
    public static string Variable(SurveyItem item, SurveyMoment moment) => $"{item.Id}.{Slug(moment)}";

    /// <summary>The same for what people say of the start when they look back.</summary>
    public static string VariableThen(SurveyItem item) => $"{item.Id}.then";

    public static IReadOnlyList<string> CellsOf(SurveyItem item) => item.Side switch
    {
        AskedSide.Mentors => [Cells.Mentors],
        AskedSide.Mentees => [Cells.Mentees],
        _ => [Cells.All, Cells.Mentors, Cells.Mentees],
    };

    /// <summary>A draw is among one side only.</summary>
    private static IReadOnlyList<string> SidesOf(SurveyItem item) => [.. CellsOf(item).Where(cell => cell != Cells.All)];

    /// <summary>Of a question asked at half-time.</summary>
    public static IEnumerable<WaveTable> AtHalfTime(SurveyItem item) =>
        item.Moments.Contains(SurveyMoment.HalfTime) ? [new(Level(item, SurveyMoment.HalfTime), KindOf(item), CellsOf(item))] : [];

    /// <summary>Of a question asked at the end: the change first, since it is what everybody asks for.</summary>
    public static IEnumerable<WaveTable> AtEnd(SurveyItem item)
    {
        var cells = CellsOf(item);
        if (!item.Moments.Contains(SurveyMoment.End))
        {
            return [];
        }

        return
        [
            .. item.IsCompared ? [new(Change(item), FigureKind.Change, cells), new(Before(item), FigureKind.Mean, cells), new(After(item), FigureKind.Mean, cells)] : Array.Empty<WaveTable>(),
            .. item.IsCompared ? [new(Waited(item), FigureKind.Change, SidesOf(item)), new(Compared(item), FigureKind.Change, SidesOf(item))] : Array.Empty<WaveTable>(),
            .. item.LooksBack ? [new(SinceThen(item), FigureKind.Change, cells)] : Array.Empty<WaveTable>(),
            new(Level(item, SurveyMoment.End), KindOf(item), cells),
            .. item.IsCompared ? [new(Silent(item), FigureKind.Mean, cells), new(NoBetter(item), FigureKind.People, cells)] : Array.Empty<WaveTable>(),
        ];
    }

    private static FigureKind KindOf(SurveyItem item) => item.Scale is ItemScale.Recommendation ? FigureKind.NetPromoter : FigureKind.Mean;

    private static string Slug(SurveyMoment moment) => moment switch
    {
        SurveyMoment.Start => "start",
        SurveyMoment.HalfTime => "half-time",
        _ => "end",
    };
}
