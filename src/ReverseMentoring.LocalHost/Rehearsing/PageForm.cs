namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>One thing that can be said in a form: a box to tick, a text to write.</summary>
/// <param name="Type">radio, checkbox, text, textarea, option, hidden, button, …</param>
internal readonly record struct PageInput(string Name, string Type, string Value, bool Chosen);

/// <summary>
/// A form as it stands in one of our own pages, read as a person would: what it is for and what can be chosen. It reads
/// our markup only, which a general parser would do too, at ten times the cost; a rehearsal reads a hundred thousand pages.
/// </summary>
internal sealed class PageForm
{
    /// <summary>The buttons of a form of several pages.</summary>
    private const string Intent = "intent";

    private readonly List<PageInput> inputs = [];

    private PageForm(string kind) => Kind = kind;

    /// <summary>What it is for: <c>data-form</c>.</summary>
    public string Kind { get; }

    public IReadOnlyList<PageInput> Inputs => inputs;

    /// <summary>Whether somebody has answered already: nothing is chosen on a page before that.</summary>
    public bool IsAnswered => inputs.Exists(input => input.Chosen && input.Value.Length > 0);

    /// <summary>What earlier pages of the same form have said, and goes along.</summary>
    public IEnumerable<KeyValuePair<string, string>> Carried => inputs.Where(input => input.Type == "hidden").Select(input => KeyValuePair.Create(input.Name, input.Value));

    /// <summary>Another page of the form follows.</summary>
    public bool GoesOn => Values(Intent).Contains("next");

    /// <summary>The same form again, on the page that follows; null: what came is something else, or the same page with mistakes.</summary>
    public PageForm? FindNext(string html) =>
        GoesOn && Find(html, Kind) is { } next && !next.Values("part").SequenceEqual(Values("part")) ? next : null;

    /// <returns>The first form of a page that is for <paramref name="kind"/>, or for anything if that is null; null: there is none.</returns>
    public static PageForm? Find(string html, string? kind)
    {
        PageForm? form = null;
        string? select = null;
        foreach (var tag in new PageTags(html))
        {
            if (tag.Name is "form")
            {
                form = new(tag.Attribute("data-form") ?? "");
            }
            else if (tag.Name is "/form" && form is not null)
            {
                if (kind is null ? form.Kind.Length > 0 : form.Kind == kind)
                {
                    return form;
                }

                form = null;
            }
            else if (tag.Name is "select")
            {
                select = tag.Attribute("name");
            }
            else if (Read(tag, select) is { } input)
            {
                form?.inputs.Add(input);
            }
        }

        return null;
    }

    /// <summary>The values that can be chosen under a name.</summary>
    public IReadOnlyList<string> Values(string name) =>
        [.. Inputs.Where(input => input.Name == name && input.Value.Length > 0).Select(input => input.Value)];

    /// <summary>The questions whose names begin so and of whose answers one is chosen, in the page's order.</summary>
    public IReadOnlyList<string> Names(string prefix) =>
        [.. Inputs.Where(input => input.Type == "radio").Select(input => input.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Distinct()];

    private static PageInput? Read(PageTag tag, string? select)
    {
        var value = tag.Attribute("value") ?? "";
        return tag.Name switch
        {
            "option" when select is not null => new(select, "option", value, tag.Has("selected") && value.Length > 0),
            "button" when tag.Attribute("name") is Intent => new(Intent, "button", value, false),
            "textarea" when tag.Attribute("name") is { } name => new(name, "textarea", "", false),
            "input" when tag.Attribute("name") is { } name => new(name, tag.Attribute("type") ?? "text", value, tag.Has("checked")),
            _ => null,
        };
    }
}
