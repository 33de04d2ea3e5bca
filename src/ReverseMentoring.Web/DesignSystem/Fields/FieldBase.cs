using Microsoft.AspNetCore.Components;

namespace ReverseMentoring.Web.DesignSystem.Fields;

/// <summary>What every field has. Value and error come from the form around it unless they are given.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What helps to answer, in a sentence.</summary>
    [Parameter] public string? Hint { get; set; }

    [Parameter] public string? Error { get; set; }

    /// <summary>May stay empty, and the label says so.</summary>
    [Parameter] public bool Optional { get; set; }

    [CascadingParameter] public FormState Form { get; set; } = FormState.Empty;

    /// <summary>The id of the field's (first) control: where the error summary leads.</summary>
    protected string Id => IdOf(Name);

    protected string? ErrorText => Error ?? Form.Error(Name);

    protected string? Invalid => ErrorText is null ? null : "true";

    /// <summary>The ids of hint and error, for <c>aria-describedby</c>.</summary>
    protected string? DescribedBy => (Hint, ErrorText) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };

    /// <summary>A field's id from its name: letters, digits and hyphens.</summary>
    public static string IdOf(string name) =>
        "f-" + string.Create(name.Length, name, (id, from) =>
        {
            for (var at = 0; at < from.Length; at++)
            {
                id[at] = char.IsAsciiLetterOrDigit(from[at]) ? from[at] : '-';
            }
        });
}
