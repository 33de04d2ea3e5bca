using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Dossier;

/// <summary>Something that was decided for the cohort.</summary>
/// <param name="Path">As a cohort's JSON calls it: <c>matching.minimumScore</c>; its words are <c>Setting.{path}</c>.</param>
/// <param name="Value">As it is set; null: not at all.</param>
public sealed record SettingLine(string Path, string? Value)
{
    /// <summary>Every setting that there is, set or not, in the order of the types that have them.</summary>
    internal static IReadOnlyList<SettingLine> Of(CohortContext context) => [.. Walk(typeof(CohortSettings), context.Cohort.Settings, "", context)];

    private static IEnumerable<SettingLine> Walk(Type type, object? value, string above, CohortContext context)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(IsSet))
        {
            var (path, kind) = (above + JsonNamingPolicy.CamelCase.ConvertName(property.Name), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            var held = value is null ? null : property.GetValue(value);
            if (IsOfParts(kind))
            {
                foreach (var line in Walk(kind, held, path + ".", context))
                {
                    yield return line;
                }
            }
            else
            {
                yield return new(path, held is Enum chosen ? Choice(path, chosen, context) : Write(held, context));
            }
        }
    }

    private static bool IsSet(PropertyInfo property) =>
        property is { CanRead: true, SetMethod: not null } && property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always };

    private static bool IsOfParts(Type type) => type.Assembly == typeof(CohortSettings).Assembly && type is { IsEnum: false, IsClass: true };

    /// <summary>As the page of settings calls it.</summary>
    private static string Choice(string path, Enum chosen, CohortContext context)
    {
        var key = $"Setting.{path}.{JsonNamingPolicy.KebabCaseLower.ConvertName(chosen.ToString())}";
        return context.Localizer.Has(key) ? context.Say(key) : chosen.ToString();
    }

    private static string? Write(object? value, CohortContext context) => value switch
    {
        null => null,
        string text => text,
        bool yes => DossierTexts.All.Text(context.Culture, yes ? "Yes" : "No"),
        DateOnly day => context.Date(day),
        DayPart part => string.Create(context.Culture, $"{part.Start:t} – {part.End:t}"),
        DateRange days => string.Create(context.Culture, $"{days.First:d} – {days.Last:d}"),
        int.MaxValue => "∞",
        IDictionary map => Join(map.Keys.Cast<object>().Select(key => $"{key}: {Write(map[key], context)}")),
        IEnumerable list => Join(list.Cast<object>().Select(item => Write(item, context))),
        IFormattable number => number.ToString(null, value is Enum ? CultureInfo.InvariantCulture : context.Culture),
        _ => value.ToString(),
    };

    private static string? Join(IEnumerable<string?> all) => string.Join(", ", all) is { Length: > 0 } joined ? joined : null;
}
