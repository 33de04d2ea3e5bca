using System.Net;
using System.Text.RegularExpressions;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>One thing that can be said in a form: a box to tick, a text to write.</summary>
/// <param name="Type">radio, checkbox, text, textarea, option, hidden, …</param>
public readonly record struct PageInput(string Name, string Type, string Value, bool Chosen);

/// <summary>
/// A form as it stands in one of our own pages, read as a person would: what it is for and what can be chosen. It reads
/// our markup only, which a general parser would do too, at ten times the cost; a rehearsal reads a hundred thousand pages.
/// </summary>
public sealed partial class PageForm
{
    private PageForm(string kind, string? action, IReadOnlyList<PageInput> inputs) =>
        (Kind, Action, Inputs) = (kind, action, inputs);

    /// <summary>What it is for: <c>data-form</c>.</summary>
    public string Kind { get; }

    /// <summary>Where it goes; null: to the page's own address.</summary>
    public string? Action { get; }

    public IReadOnlyList<PageInput> Inputs { get; }

    /// <summary>Whether somebody has answered already: nothing is chosen on a page before that.</summary>
    public bool IsAnswered => Inputs.Any(input => input.Chosen && input.Value.Length > 0);

    public static IReadOnlyList<PageForm> In(string html)
    {
        var forms = new List<PageForm>();
        foreach (Match form in Forms().Matches(html))
        {
            var head = form.Groups["head"].Value;
            var body = form.Groups["body"].Value;
            forms.Add(new(Attribute(head, "data-form") ?? "", Attribute(head, "action"), [.. Read(body)]));
        }

        return forms;
    }

    /// <summary>The values that can be chosen under a name.</summary>
    public IReadOnlyList<string> Values(string name) =>
        [.. Inputs.Where(input => input.Name == name && input.Value.Length > 0).Select(input => input.Value)];

    /// <summary>The questions whose names begin so and of whose answers one is chosen, in the page's order.</summary>
    public IReadOnlyList<string> Names(string prefix) =>
        [.. Inputs.Where(input => input.Type == "radio").Select(input => input.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Distinct()];

    private static IEnumerable<PageInput> Read(string body)
    {
        string? select = null;
        foreach (Match tag in Tags().Matches(body))
        {
            var (kind, head) = (tag.Groups["kind"].Value, tag.Groups["head"].Value);
            switch (kind)
            {
                case "select":
                    select = Attribute(head, "name");
                    break;
                case "option" when select is not null:
                    yield return new(select, kind, Attribute(head, "value") ?? "", Has(head, "selected") && Attribute(head, "value") is { Length: > 0 });
                    break;
                case "textarea" when Attribute(head, "name") is { } name:
                    yield return new(name, kind, "", false);
                    break;
                case "input" when Attribute(head, "name") is { } name:
                    yield return new(name, Attribute(head, "type") ?? "text", Attribute(head, "value") ?? "", Has(head, "checked"));
                    break;
            }
        }
    }

    private static string? Attribute(string head, string name)
    {
        var at = head.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = at + name.Length + 3;
        return WebUtility.HtmlDecode(head[start..head.IndexOf('"', start)]);
    }

    private static bool Has(string head, string flag) =>
        head.EndsWith($" {flag}", StringComparison.Ordinal) || head.Contains($" {flag} ", StringComparison.Ordinal)
        || head.Contains($" {flag}=", StringComparison.Ordinal) || head.Contains($" {flag}/", StringComparison.Ordinal);

    [GeneratedRegex("<form(?<head>[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<(?<kind>input|select|option|textarea)(?<head>(?:[^>\"]|\"[^\"]*\")*)>")]
    private static partial Regex Tags();
}
