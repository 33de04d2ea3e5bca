using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Figures;

/// <summary>A published figure in a word; where it is not shown, what may be said of it.</summary>
public static class FigureTexts
{
    /// <param name="context">The manager's.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="figure">Null where nobody was asked.</param>
    public static string Say(ManagerContext context, FigureKind kind, PublishedFigure? figure) => figure switch
    {
        null => "–",
        { State: FigureState.Shown, Value: { } value } => Number(context, kind, value, figure.Of),
        { State: FigureState.AtLeast } when kind is FigureKind.People or FigureKind.Meetings => context.Say("Figure.AtLeastPeople", ("least", context.Number(figure.Least))),
        { State: FigureState.AtLeast } when kind is FigureKind.Share => context.Say("Figure.AtLeastShare", ("least", context.Number(figure.Least))),
        { State: FigureState.NearlyAll or FigureState.Few } when kind is FigureKind.Meetings => context.Say($"Figure.{figure.State}Meetings"),
        _ => context.Say($"Figure.{figure.State}", ("least", context.Number(figure.Least))),
    };

    /// <summary>How many of a side answered the closing survey, and of how many: of those who had a partner, or where all but few had, of all on the list.</summary>
    public static string Answered(ManagerContext context, PublishedWave wave, string cell) => wave.Find(WaveCatalogue.Answered, cell) switch
    {
        { State: FigureState.Shown, Value: { } value, Of: { } all } => context.Say(
            wave.Find(WaveCatalogue.Without, cell) is { Value: not null } ? "Figure.OfPartnered" : "Figure.OfListed", ("count", context.Number(value)), ("all", context.Number(all))),
        { State: FigureState.NearlyAll } nearly => context.Say("Figure.NearlyAllPartnered", ("least", context.Number(nearly.Least))),
        var figure => Say(context, FigureKind.People, figure),
    };

    /// <summary>How many of each side never had a partner, a sentence each, and how many beside them a draw made wait; none while the closing survey is open.</summary>
    /// <param name="context">The manager's.</param>
    /// <param name="report">Its cohort's.</param>
    /// <param name="side">What mentors and mentees are called there, by cell.</param>
    public static IEnumerable<string> Without(ManagerContext context, Report report, Func<string, string> side) =>
        from figure in report.Wave(WaveNames.End)?.Tables.FirstOrDefault(table => table.Name == WaveCatalogue.Without)?.Figures ?? []
        let said = context.Say("Report.Unmatched", ("side", side(figure.Cell)), ("count", Say(context, FigureKind.People, figure)))
        select report.Draw is { Waiting: > 0 and var waiting, Side: var drawn } && Cells.Of(drawn) == figure.Cell
            ? $"{said} {context.Say("Report.OfThemDrawn", ("waiting", context.Number(waiting)))}"
            : said;

    private static string Number(ManagerContext context, FigureKind kind, double value, int? of) => kind switch
    {
        FigureKind.Mean => context.Number(value, "N1"),
        FigureKind.NetPromoter => PairTexts.Signed(context, value),
        FigureKind.Change => PairTexts.Signed(context, value, "N1"),
        FigureKind.Share => $"{context.Number(value)}\u00a0%",
        _ when of is { } all => context.Say("Figure.Of", ("count", context.Number(value)), ("all", context.Number(all))),
        _ => context.Number(value),
    };
}
