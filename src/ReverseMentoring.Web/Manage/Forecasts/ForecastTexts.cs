using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Settings;

namespace ReverseMentoring.Web.Manage.Forecasts;

/// <summary>One figure of a forecast, as it stands in the table.</summary>
/// <param name="Other">With the other value; null: nothing is compared.</param>
public sealed record ForecastLine(string Figure, string Range, string? Other);

/// <summary>A forecast in words.</summary>
public static class ForecastTexts
{
    /// <summary>Where fewer changes would be detected than this, it is said what that means.</summary>
    private const double FewPercent = 25;

    /// <summary>What is worth comparing: numbers of how people meet, how long they have, and whom the matching lets pass.</summary>
    public static IReadOnlyList<SettingDeclaration> Comparable { get; } =
    [
        .. SettingCatalogue.All.Where(setting => setting.Kind is SettingKind.Number or SettingKind.Score or SettingKind.Share
            && setting.Group is SettingGroup.Meeting or SettingGroup.Phases or SettingGroup.Matching && !setting.Path.StartsWith("matching.circles", StringComparison.Ordinal)),
    ];

    public static IReadOnlyList<Choice> Choices(ManagerContext context, Func<SettingDeclaration, bool> isOpen) =>
        [.. Comparable.Where(isOpen).Select(setting => new Choice(setting.Path, SettingTexts.Name(context, setting)))];

    /// <summary>"41 to 46 of 47", "46 of 47".</summary>
    public static string People(ManagerContext context, ForecastRange<int> range, int all) =>
        context.Say("Forecast.Of", ("range", Range(context, range.Low, range.High, low => context.Number(low))), ("all", context.Number(all)));

    /// <summary>"September 17, 2027": which day of the week is more than a forecast knows.</summary>
    public static string Day(ManagerContext context, DateOnly day) => context.Date(day);

    /// <summary>
    /// How many changes would be detected stands in no comparison: by how much people rise is the same there however often they meet, so that fewer sessions would seem
    /// to do no harm.
    /// </summary>
    public static IReadOnlyList<ForecastLine> Lines(ManagerContext context, ComparedForecast compared) => compared.Other is { } other
        ? [.. Figures(context, compared.Forecast).Zip(Figures(context, other), (one, another) => new ForecastLine(one.Name, one.Range, another.Range))]
        : [.. Figures(context, compared.Forecast).Append(Detected(context, compared.Forecast)).Select(figure => new ForecastLine(figure.Name, figure.Range, null))];

    private static IReadOnlyList<(string Name, string Range)> Figures(ManagerContext context, Forecast forecast) =>
    [
        (context.Say("Forecast.Mentees"), People(context, forecast.MenteesMatched, forecast.Mentees)),
        (context.Say("Forecast.Mentors"), People(context, forecast.MentorsMatched, forecast.Mentors)),
        (context.Say("Forecast.Sessions"), Range(context, forecast.SessionsHeld.Low, forecast.SessionsHeld.High, held => context.Number(held))),
        (context.Say("Forecast.Ends"), Range(context, forecast.Ends.Low, forecast.Ends.High, day => Day(context, day))),
        (context.Say("Forecast.Mails"), Range(context, forecast.MailsPerPerson.Low, forecast.MailsPerPerson.High, mails => context.Number(Math.Round(mails)))),
        (context.Say("Forecast.Precision"), forecast.Precision is { } precision
            ? context.Say("Forecast.Margin", ("range", Range(context, precision.Low, precision.High, margin => context.Number(margin, "N1"))))
            : Changes(context, forecast.ShowsChanges)),
    ];

    private static (string Name, string Range) Detected(ManagerContext context, Forecast forecast) =>
        (context.Say("Forecast.Shows", ("effect", context.Number(forecast.Effect, "0.#"))), forecast.ShowsChanges > 0 ? Found(context, forecast.Found) : "–");

    /// <summary>A share that is rounded to nothing or to all is said in words.</summary>
    public static string Changes(ManagerContext context, double share) =>
        Math.Round(100 * share) == 0 ? context.Say("Forecast.NeverChanges") : context.Say("Forecast.NoChanges", ("share", Percent(context, share)));

    public static string Found(ManagerContext context, double share) => Math.Round(100 * share) switch
    {
        0 => context.Say("Forecast.FoundNone"),
        100 => context.Say("Forecast.FoundAll"),
        < FewPercent => context.Say("Forecast.FoundFew", ("share", Percent(context, share))),
        _ => context.Say("Forecast.Found", ("share", Percent(context, share))),
    };

    public static string Percent(ManagerContext context, double share) => context.Number(Math.Round(100 * share)) + "\u00a0%";

    private static string Range<T>(ManagerContext context, T low, T high, Func<T, string> say) =>
        say(low) == say(high) ? say(low) : context.Say("Forecast.Range", ("low", say(low)), ("high", say(high)));
}
