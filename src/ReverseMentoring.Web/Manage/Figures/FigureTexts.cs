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

    /// <summary>How many of a side answered the closing survey, and of how many: of those who were asked, or where all but few were, of all on the list whom no draw made wait.</summary>
    public static string Answered(ManagerContext context, Report report, string cell) => report.Wave(WaveNames.End)?.Find(WaveCatalogue.Answered, cell) switch
    {
        { State: FigureState.Shown, Value: { } value, Of: { } all } => context.Say($"Figure.{AskedOf(report, cell, all)}", ("count", context.Number(value)), ("all", context.Number(all))),
        { State: FigureState.NearlyAll, Least: var least } when Partnered(report, cell) is { } partnered && !IsDrawn(report, cell) =>
            context.Say("Figure.AtLeastOfPartnered", ("count", context.Number(Math.Max(least, partnered - least + 1))), ("all", context.Number(partnered))),
        { State: FigureState.NearlyAll, Least: var least } => context.Say("Figure.NearlyAllAsked", ("most", context.Number(least - 1))),
        var figure => Say(context, FigureKind.People, figure),
    };

    /// <summary>The same of those whom a draw made wait.</summary>
    public static string WaitedAnswered(ManagerContext context, Report report) =>
        (report.Wave(WaveNames.End)?.Find(WaveCatalogue.WaitedAnswered, Cells.All), report.Draw) is ({ State: FigureState.NearlyAll, Least: var least }, { Waiting: var waiting })
            ? context.Say("Figure.AtLeastOf", ("count", context.Number(Math.Max(least, waiting - least + 1))), ("all", context.Number(waiting)))
            : Say(context, FigureKind.People, report.Wave(WaveNames.End)?.Find(WaveCatalogue.WaitedAnswered, Cells.All));

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

    /// <summary>Whom a figure of those who answered is of, by how many they are.</summary>
    private static string AskedOf(Report report, string cell, int all) =>
        Partnered(report, cell) == all ? "OfPartnered"
        : Without(report, cell) is { Of: { } listed } && listed != all ? "OfAsked"
        : IsDrawn(report, cell) ? "OfBegun"
        : "OfListed";

    /// <summary>How many of a side ever had a partner; null: it is not told.</summary>
    private static int? Partnered(Report report, string cell) => Without(report, cell) is { Value: { } without, Of: { } listed } ? listed - (int)without : null;

    private static PublishedFigure? Without(Report report, string cell) => report.Wave(WaveNames.End)?.Find(WaveCatalogue.Without, cell);

    private static bool IsDrawn(Report report, string cell) => report.Draw is { Waiting: > 0, Side: var side } && Cells.Of(side) == cell;

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
