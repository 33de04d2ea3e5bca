using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Figures;

/// <summary>What became of a promise, in words.</summary>
internal static class OutcomeTexts
{
    /// <summary>A change is shown, so that it can be said whether it is more than chance.</summary>
    public static bool IsMeasured(this Outcome outcome) => outcome.Change is { State: FigureState.Shown };

    public static bool Rose(this Outcome outcome) => outcome.Change?.Word is ChangeWord.Rose;

    public static bool Fell(this Outcome outcome) => outcome.Change?.Word is ChangeWord.Fell;

    /// <summary>More than among those whom a draw made wait.</summary>
    public static bool RoseMore(this Outcome outcome) => outcome.Compared?.Word is ChangeWord.Rose;

    /// <summary>Less than among those whom a draw made wait.</summary>
    private static bool FellBehind(this Outcome outcome) => outcome.Compared?.Word is ChangeWord.Fell;

    /// <summary>What came of it against those whom a draw made wait, good or bad or not to be shown, in sentences; none where nobody was drawn.</summary>
    /// <param name="context">The manager's.</param>
    /// <param name="outcomes">Of the whole report.</param>
    /// <param name="family">Of the sentences: the report's or the sponsor's.</param>
    public static IReadOnlyList<string> Compared(ManagerContext context, IReadOnlyList<Outcome> outcomes, string family)
    {
        var (more, less) = (outcomes.Count(outcome => outcome.RoseMore()), outcomes.Count(outcome => outcome.FellBehind()));
        return outcomes.All(outcome => outcome.Compared is null) ? []
            : !outcomes.Any(outcome => outcome.Compared is { State: FigureState.Shown }) ? [context.Say($"{family}.ComparedHidden")]
            :
            [
                more > 0 ? context.Count($"{family}.Compared", more) : context.Say($"{family}.ComparedNone"),
                .. less > 0 ? [context.Count("Compared.Fell", less)] : Array.Empty<string>(),
            ];
    }

    public static bool Points(this Outcome outcome) => outcome.Change?.Word is ChangeWord.PointsUp or ChangeWord.PointsDown;

    public static string Statement(ManagerContext context, SurveyItem item) => item.TextIn(context.Culture.TwoLetterISOLanguageName);

    public static string Side(ManagerContext context, string cell) => context.Say(cell switch
    {
        Cells.Mentors => "Role.Mentors",
        Cells.Mentees => "Role.Mentees",
        _ => "Wave.Both",
    });

    /// <summary>"+0.7 (+0.3 to +1.1)"; where it is not shown, what may be said of it.</summary>
    public static string Change(ManagerContext context, PublishedFigure? figure) => figure is { Value: { } value, Interval: { } interval }
        ? context.Say("Outcome.Change.Value", ("change", Signed(context, value)), ("low", Signed(context, interval.Low)), ("high", Signed(context, interval.High)))
        : FigureTexts.Say(context, FigureKind.Change, figure);

    public static string Word(ManagerContext context, PublishedFigure? figure) => figure?.Word is { } word ? context.Say($"ChangeWord.{word}") : "";

    public static string Level(ManagerContext context, SurveyItem item, PublishedFigure? figure) =>
        item.Scale is ItemScale.Recommendation && figure is { Value: not null, Interval: not null }
            ? Score(context, figure)
            : FigureTexts.Say(context, FigureKind.Mean, figure);

    /// <summary>A finding as a sentence.</summary>
    public static string Sentence(ManagerContext context, Outcome outcome) => context.Say(
        "Brief.Finding", ("side", Side(context, outcome.Cell)), ("statement", Statement(context, outcome.Item)), ("word", Word(context, outcome.Change)),
        ("before", FigureTexts.Say(context, FigureKind.Mean, outcome.Before)), ("after", FigureTexts.Say(context, FigureKind.Mean, outcome.After)),
        ("change", Change(context, outcome.Change)));

    public static string Signed(ManagerContext context, double value) => PairTexts.Signed(context, value, "N1");

    private static string Score(ManagerContext context, PublishedFigure figure) => context.Say(
        "Outcome.Change.Value", ("change", PairTexts.Signed(context, figure.Value!.Value)),
        ("low", PairTexts.Signed(context, figure.Interval!.Low)), ("high", PairTexts.Signed(context, figure.Interval.High)));
}
