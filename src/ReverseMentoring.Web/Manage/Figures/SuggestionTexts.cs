using ReverseMentoring.Core.Reports;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Figures;

/// <summary>What a cohort says about the next one, in words.</summary>
internal static class SuggestionTexts
{
    public static string Say(CohortContext context, Suggestion suggestion) => context.Say(
        KeyOf(suggestion),
        ("count", suggestion.Count is { } count ? context.Number(count, suggestion.IsMean ? "N1" : "N0") : ""),
        ("of", suggestion.Of is { } of ? context.Number(of) : ""),
        ("fewer", suggestion.Fewer is { } fewer ? context.Number(fewer) : ""),
        ("about", About(context, suggestion)),
        ("minutes", context.Number(context.Cohort.Settings.Sessions.Minutes)),
        ("days", context.Number(context.Cohort.Settings.Sessions.IdealDays)));

    private static string KeyOf(Suggestion suggestion) => suggestion switch
    {
        { Fewer: not null } => $"Suggestion.{suggestion.Code}.few",
        { Code: "goal-partly" } when suggestion.Outcomes.All(outcome => outcome.IsMeasured()) => "Suggestion.goal-partly.shown",
        _ => $"Suggestion.{suggestion.Code}",
    };

    private static string About(CohortContext context, Suggestion suggestion) => suggestion switch
    {
        { Code: "goal-partly" } => string.Join("; ", suggestion.Outcomes.DistinctBy(outcome => (outcome.Item.Promise, outcome.Cell))
            .Select(outcome => context.Say("Suggestion.Measure", ("promise", context.Say($"Promise.{outcome.Item.Promise}")), ("side", OutcomeTexts.Side(context, outcome.Cell))))),
        { Promises.Count: > 0 } => context.Localizer.Titles(suggestion.Promises.Select(promise => context.Say($"Promise.{promise}"))),
        { Code: "soften-rule", About: { } rule } => PairTexts.Rule(context, rule),
        { Topic: { } topic, About: { } title } => TopicTitles.Translate(new(topic, title), context.Culture),
        _ => "",
    };
}
