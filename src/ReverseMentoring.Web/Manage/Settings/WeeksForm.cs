using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Manage.Settings;

/// <summary>Weeks on a form: two days a row, and a box for none at all. From step to step they go as one text, as all settings do.</summary>
internal static class WeeksForm
{
    /// <summary>More rows than anybody may name.</summary>
    private const int Most = 40;

    public static string First(string path, int row) => $"{path}.{row}.first";

    public static string Last(string path, int row) => $"{path}.{row}.last";

    public static string Never(string path) => $"{path}.never";

    /// <summary>The form with its rows put into one text; a form without rows stays as it is.</summary>
    public static IFormCollection Fold(IFormCollection form)
    {
        var texts = SettingCatalogue.All.Where(setting => setting.Kind is SettingKind.Weeks && form.ContainsKey(First(setting.Path, 0)))
            .Select(setting => (setting.Path, Text: TextOf(form, setting.Path))).Where(one => one.Text.Length > 0 || !form.ContainsKey(one.Path)).ToDictionary(one => one.Path, one => new StringValues(one.Text));
        return texts.Count == 0 ? form : form.With(texts);
    }

    /// <summary>The form with these fields in the place of its own.</summary>
    public static IFormCollection With(this IFormCollection form, IReadOnlyDictionary<string, StringValues> fields) =>
        new FormCollection(form.Where(field => !fields.ContainsKey(field.Key)).Concat(fields).ToDictionary(StringComparer.Ordinal), form.Files);

    /// <summary>The days of a text, as it was folded; what is no week stands in the first day's place, for whoever reads it again.</summary>
    public static IEnumerable<(string First, string Last)> Rows(string text) => text == SettingText.None
        ? []
        : SettingText.Lines(text).Select(line => SettingText.Days(line) ?? (line, ""));

    private static string TextOf(IFormCollection form, string path)
    {
        var weeks = Enumerable.Range(0, Most).Select(row => (First: form[First(path, row)].ToString().Trim(), Last: form[Last(path, row)].ToString().Trim()))
            .Select(week => string.Join(SettingText.Until, new[] { week.First, week.Last }.Where(day => day.Length > 0))).Where(week => week.Length > 0).ToArray();
        return weeks.Length == 0 && form[Never(path)] == "true" ? SettingText.None : string.Join('\n', weeks);
    }
}
