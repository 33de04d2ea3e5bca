using Microsoft.Extensions.Primitives;

namespace ReverseMentoring.Web.DesignSystem.Fields;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Text">What is wrong and how to mend it, a whole sentence.</param>
public sealed record FieldError(string Field, string Text)
{
    /// <summary>What stands in the summary above a long form, where the field's name has to be said; null: the same.</summary>
    public string? InSummary { get; init; }
}

/// <summary>
/// What a form holds when it is shown: an answer given before, or what came in and could not be taken as it was.
/// Fields inside an <see cref="AnswerForm"/> find their value and error here by their name.
/// </summary>
public sealed class FormState
{
    private readonly Dictionary<string, StringValues> _values;

    private FormState(Dictionary<string, StringValues> values, IReadOnlyList<FieldError> errors) =>
        (_values, Errors) = (values, errors);

    /// <summary>Nobody has answered yet: nothing is chosen.</summary>
    public static FormState Empty { get; } = new([], []);

    public IReadOnlyList<FieldError> Errors { get; }

    /// <summary>Of all fields that it holds.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>From an <c>IFormCollection</c> as it came in, or from pairs made of an earlier answer.</summary>
    public static FormState FromValues(IEnumerable<KeyValuePair<string, StringValues>> values, params IReadOnlyList<FieldError> errors) =>
        new(new(values, StringComparer.Ordinal), errors);

    /// <summary>The field's single value, or null if there is none.</summary>
    public string? Value(string name) => _values.TryGetValue(name, out var all) && all.Count > 0 ? all[^1] : null;

    /// <summary>All values of a field that takes several.</summary>
    public IReadOnlyList<string?> Values(string name) => _values.TryGetValue(name, out var all) ? all : StringValues.Empty;

    /// <summary>The first thing that is wrong with the field, or null.</summary>
    public string? Error(string name) => Errors.FirstOrDefault(error => error.Field == name)?.Text;
}
