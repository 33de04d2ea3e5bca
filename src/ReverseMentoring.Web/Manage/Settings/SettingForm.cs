using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Settings;

/// <summary>All settings as fields of a form, each called by its path.</summary>
internal static class SettingForm
{
    /// <summary>Said beside a box that can be ticked: without it nobody could tell an empty one from one that was not shown.</summary>
    public const string Shown = "shown.";

    public static FormState StateOf(JsonObject settings) => FormState.FromValues(ValuesOf(settings));

    public static Dictionary<string, StringValues> ValuesOf(JsonObject settings) => SettingCatalogue.All.ToDictionary(
        setting => setting.Path, setting => new StringValues(SettingText.Write(setting, SettingTexts.WithDefault(setting, SettingValues.Read(settings, setting.Path)))), StringComparer.Ordinal);

    /// <summary>What the form says, by path: of all settings that it showed.</summary>
    public static Dictionary<string, JsonNode?> Read(IFormCollection form)
    {
        var sent = SettingCatalogue.All.Where(setting => form.ContainsKey(setting.Path) || form.ContainsKey(Shown + setting.Path))
            .ToDictionary(setting => setting.Path, setting => SettingText.Read(setting, form[setting.Path].ToString().ReplaceLineEndings("\n")), StringComparer.Ordinal);
        var off = sent.Keys.Where(path => SettingCatalogue.Find(path)!.Kind is SettingKind.Part && sent[path] is null).ToArray();
        return sent.Where(one => !off.Any(part => one.Key.StartsWith(part + ".", StringComparison.Ordinal))).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Each error at the field that it is about; of what is no setting, at another one.</summary>
    public static FieldError[] ErrorsOf(ManagerContext context, Findings findings, Func<string, string> other) =>
        [.. findings.Errors.Select(error => ErrorOf(context, error, other))];

    private static FieldError ErrorOf(ManagerContext context, Finding error, Func<string, string> other)
    {
        var (setting, said) = (SettingCatalogue.At(error.Where), FindingTexts.SayWhere(context, error));
        return new(setting?.Path ?? First(error.Where) ?? other(error.Where), said)
        {
            InSummary = setting is null ? null : $"{SettingTexts.Name(context, setting)}{context.Localizer.Colon} {said}",
        };
    }

    /// <summary>Of something that holds settings, the first of these.</summary>
    private static string? First(string where) => SettingCatalogue.All.FirstOrDefault(setting => setting.Path.StartsWith(where + ".", StringComparison.Ordinal))?.Path;
}
