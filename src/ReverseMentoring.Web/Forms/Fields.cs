using System.Globalization;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>What was posted. Reading a field checks it; what is wrong is gathered for the page.</summary>
public sealed class Fields(IEnumerable<KeyValuePair<string, StringValues>> posted, Localizer localizer)
{
    /// <summary>A field that asks for a search without script, not for sending.</summary>
    public const string Intent = "intent";

    private readonly Dictionary<string, StringValues> values =
        posted.ToDictionary(field => field.Key, field => Plain(field.Value), StringComparer.Ordinal);

    private readonly List<FieldError> errors = [];

    public bool HasErrors => errors.Count > 0;

    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>What the page shows again.</summary>
    public FormState State => FormState.FromValues(values, errors);

    /// <summary>The same without a word about mistakes.</summary>
    public FormState Unchecked => FormState.FromValues(values);

    /// <summary>What the page shows again, with another value in one field and a question beside it.</summary>
    public FormState With(string field, string value, string key, params ReadOnlySpan<(string Name, string Value)> with) => FormState.FromValues(
        new Dictionary<string, StringValues>(values, StringComparer.Ordinal) { [field] = value }, [.. errors, new FieldError(field, localizer.Say(key, with))]);

    /// <param name="field">Where it stands.</param>
    /// <param name="key">The text's name.</param>
    /// <param name="with">What fills its holes.</param>
    public void Wrong(string field, string key, params ReadOnlySpan<(string Name, string Value)> with) =>
        errors.Add(new(field, localizer.Say(key, with)));

    /// <summary>The value trimmed; "" where there is none.</summary>
    public string Value(string name) => values.TryGetValue(name, out var all) && all.Count > 0 ? (all[^1] ?? "").Trim() : "";

    public IReadOnlyList<string> All(string name) =>
        values.TryGetValue(name, out var all) ? [.. all.OfType<string>().Where(value => value.Length > 0).Distinct()] : [];

    /// <summary>The names that begin so, with their values; empty ones left out.</summary>
    public IEnumerable<(string Name, string Value)> Under(string prefix) =>
        from field in values
        where field.Key.StartsWith(prefix, StringComparison.Ordinal)
        let value = Value(field.Key)
        where value.Length > 0
        select (field.Key[prefix.Length..], value);

    /// <returns>One of the values allowed; null, and an error, where none of them was chosen.</returns>
    public string? Choice(string name, string missing, params ReadOnlySpan<string> allowed)
    {
        var value = Value(name);
        if (allowed.Contains(value))
        {
            return value;
        }

        Wrong(name, missing);
        return null;
    }

    /// <returns>A step of a scale; null, and an error, where none was chosen.</returns>
    public int? Step(string name, string missing, int from, int to)
    {
        if (int.TryParse(Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= from && step <= to)
        {
            return step;
        }

        Wrong(name, missing);
        return null;
    }

    /// <returns>The text; null where there is none. Too long is an error.</returns>
    public string? Text(string name, int most)
    {
        var text = Value(name).ReplaceLineEndings("\n");
        if (text.Length > most)
        {
            Wrong(name, "Error.TooLong", ("most", most.ToString(localizer.Culture)));
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>People can't mend what they can't see: it is left out.</summary>
    private static StringValues Plain(StringValues sent) => sent.Count == 1
        ? new(PlainText.Clean(sent.ToString()))
        : new([.. sent.Select(value => value is null ? null : PlainText.Clean(value))]);
}
