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

    /// <summary>A change was asked for and is not shown: whether it rose nobody is told.</summary>
    private static bool IsHidden(this Outcome outcome) => outcome.Change is not null and not { State: FigureState.Shown };

    /// <summary>Better than among those whom a draw made wait.</summary>
    private static bool DidBetter(this Outcome outcome) => outcome.Compared?.Word is ChangeWord.Rose;

    /// <summary>Worse than among those whom a draw made wait.</summary>
    private static bool DidWorse(this Outcome outcome) => outcome.Compared?.Word is ChangeWord.Fell;

    /// <summary>Whether something is said of it in the comparison with those whom a draw made wait that may be chance after all.</summary>
    public static bool IsFoundAgainstWaiting(this Outcome outcome) => outcome.DidBetter() || outcome.DidWorse();

    /// <summary>It can be held against those whom a draw made wait.</summary>
    public static bool IsCompared(this Outcome outcome) => outcome.Compared is { State: FigureState.Shown };

    /// <summary>All who answered both times, or all but a few, ended no higher: the gate tells no number then, and nothing says more plainly that it did not work.</summary>
    public static bool IsBetterForNearlyNobody(this Outcome outcome) => outcome.NoBetter is { State: FigureState.NearlyAll };

    /// <summary>What came of it against those whom a draw made wait, good or bad or not to be shown, in sentences; none where nobody was drawn.</summary>
    /// <param name="context">The manager's.</param>
    /// <param name="outcomes">Of the whole report.</param>
    /// <param name="side">What a side is called there, by cell.</param>
    /// <param name="named">So many statements are named.</param>
    public static IReadOnlyList<string> Compared(ManagerContext context, IReadOnlyList<Outcome> outcomes, Func<string, string> side, int named)
    {
        if (outcomes.All(outcome => outcome.Compared is null))
        {
            return [];
        }

        var shown = outcomes.Where(IsCompared).OrderByDescending(outcome => outcome.Compared!.Value).ToLookup(outcome => outcome.Cell);
        return shown.Count == 0 ? [context.Say("Compared.Hidden")] : [.. shown.SelectMany(group => Sentences([.. group], side(group.Key)))];

        IEnumerable<string> Sentences(IReadOnlyList<Outcome> all, string who)
        {
            var (better, worse) = (all.Where(DidBetter).ToArray(), all.Where(DidWorse).Reverse().ToArray());
            yield return better.Length > 0
                ? context.Count("Compared.Better", better.Length, ("side", who), ("all", context.Number(all.Count)), ("statements", Quoted(context, better, named)))
                : context.Count("Compared.None", all.Count, ("side", who));
            if (worse.Length > 0)
            {
                yield return context.Count("Compared.Worse", worse.Length, ("side", who), ("statements", Quoted(context, worse, named)));
            }
        }
    }

    /// <summary>How many changes are not told, in a sentence; null: all are.</summary>
    public static string? Hidden(ManagerContext context, IReadOnlyList<Outcome> outcomes) =>
        outcomes.Any(IsMeasured) && outcomes.Count(IsHidden) is > 0 and var hidden ? context.Count("Outcome.Hidden", hidden) : null;

    /// <summary>A side, and the statement where another one measures the same promise there.</summary>
    /// <param name="context">The manager's.</param>
    /// <param name="outcome">One of <paramref name="outcomes"/>.</param>
    /// <param name="outcomes">Of the whole report.</param>
    /// <param name="side">What the side is called there.</param>
    public static string Who(ManagerContext context, Outcome outcome, IReadOnlyList<Outcome> outcomes, string side) =>
        outcomes.Count(other => other.Change is not null && other.Item.Promise == outcome.Item.Promise && other.Cell == outcome.Cell) > 1
            ? context.Say("Outcome.Who", ("side", side), ("statement", Statement(context, outcome.Item)))
            : side;

    /// <summary>For whom a statement is no truer than it was.</summary>
    public static string NoBetter(ManagerContext context, Outcome outcome, string side) => outcome.IsBetterForNearlyNobody()
        ? context.Say("Brief.NoBetterNearlyAll", ("side", side), ("statement", Statement(context, outcome.Item)), ("most", context.Number(outcome.NoBetter!.Least - 1)))
        : context.Say("Brief.NoBetter", ("side", side), ("statement", Statement(context, outcome.Item)), ("count", FigureTexts.Say(context, FigureKind.People, outcome.NoBetter)));

    private static string Quoted(ManagerContext context, IReadOnlyCollection<Outcome> outcomes, int named)
    {
        var statements = string.Join(", ", outcomes.Take(named).Select(outcome => context.Say("Outcome.Quoted", ("statement", Statement(context, outcome.Item)))));
        return outcomes.Count > named ? context.Count("Compared.AndMore", outcomes.Count - named, ("statements", statements)) : statements;
    }

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

    /// <summary>A sentence that says from where to where something went; where either can't be shown, the one that says so in its place.</summary>
    public static string FromTo(Outcome outcome, string key) => outcome is { Before.Value: not null, After.Value: not null } ? key : $"{key}Bare";

    /// <summary>A finding as a sentence.</summary>
    public static string Sentence(ManagerContext context, Outcome outcome) => context.Say(
        FromTo(outcome, "Brief.Finding"), ("side", Side(context, outcome.Cell)), ("statement", Statement(context, outcome.Item)), ("word", Word(context, outcome.Change)),
        ("before", FigureTexts.Say(context, FigureKind.Mean, outcome.Before)), ("after", FigureTexts.Say(context, FigureKind.Mean, outcome.After)),
        ("change", Change(context, outcome.Change)));

    public static string Signed(ManagerContext context, double value) => PairTexts.Signed(context, value, "N1");

    private static string Score(ManagerContext context, PublishedFigure figure) => context.Say(
        "Outcome.Change.Value", ("change", PairTexts.Signed(context, figure.Value!.Value)),
        ("low", PairTexts.Signed(context, figure.Interval!.Low)), ("high", PairTexts.Signed(context, figure.Interval.High)));
}
