using System.Text.Json.Nodes;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Settings;

/// <summary>Settings in words.</summary>
internal static class SettingTexts
{
    private const string Weights = "matching.weights.";

    /// <summary>What holds where nobody says anything and people meet in pairs.</summary>
    private static readonly JsonObject InPairs = SettingValues.Of(new() { Name = "", Start = default, Contacts = new(new("", ""), new("", "")) });

    /// <summary>A criterion is called as everywhere.</summary>
    public static string Name(ManagerContext context, SettingDeclaration setting) => setting.Path.StartsWith(Weights, StringComparison.Ordinal)
        ? context.Say("Setting.Weight", ("criterion", context.Say($"Criterion.{setting.Path[Weights.Length..]}")))
        : context.Say($"Setting.{setting.Path}");

    public static string? Hint(ManagerContext context, SettingDeclaration setting) =>
        !context.Localizer.Has($"Setting.{setting.Path}.Hint") ? null
        : CircleDefaults.ByPath.TryGetValue(setting.Path, out var circles)
            ? context.Say($"Setting.{setting.Path}.Hint", ("pairs", SettingText.Write(setting, SettingValues.Read(InPairs, setting.Path))), ("circles", context.Number(circles)))
            : context.Say($"Setting.{setting.Path}.Hint");

    /// <summary>The value as people read it; a dash where nothing is said.</summary>
    public static string Value(ManagerContext context, SettingDeclaration setting, JsonNode? value) => setting.Kind switch
    {
        SettingKind.Switch => context.Say(value is not null && (bool)value ? "Setting.Yes" : "Setting.No"),
        SettingKind.Part => context.Say(value is not null ? "Setting.Yes" : "Setting.No"),
        SettingKind.Choice when value is not null => context.Say($"Setting.{setting.Path}.{value}"),
        SettingKind.Several when value is JsonArray { Count: > 0 } several => string.Join("; ", several.Select(one => context.Say($"Setting.{setting.Path}.{one}"))),
        SettingKind.Language when value is not null => ReaderLanguage.NameOf($"{value}"),
        SettingKind.Date when DateOnly.TryParse($"{value}", System.Globalization.CultureInfo.InvariantCulture, out var day) => Dates.Full(day.ToDateTime(default), context.Culture),
        SettingKind.Weeks when value is JsonArray { Count: 0 } => context.Say("Weeks.Never"),
        SettingKind.Weeks when value is null => context.Say("Weeks.Usual"),
        SettingKind.Weeks => string.Join("; ", WeeksForm.Rows(SettingText.Write(setting, value)).Select(week => $"{Day(context, week.First)}{SettingText.Until}{Day(context, week.Last)}")),
        SettingKind.Share when value is not null => SettingText.Write(setting, value) + " %",
        _ => SettingText.Write(setting, value) is { Length: > 0 } text ? text : "–",
    };

    private static string Day(ManagerContext context, string day) =>
        DateOnly.TryParse(day, System.Globalization.CultureInfo.InvariantCulture, out var date) ? date.ToString("d", context.Culture) : day;

    /// <summary>A criterion's weight that nobody has set is its own.</summary>
    public static JsonNode? WithDefault(SettingDeclaration setting, JsonNode? value) => value
        ?? (setting.Path.StartsWith(Weights, StringComparison.Ordinal) ? CriteriaCatalogue.All.First(criterion => setting.Path.EndsWith('.' + criterion.Code, StringComparison.Ordinal)).DefaultWeight : null);
}
