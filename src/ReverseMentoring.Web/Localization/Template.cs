using System.Text;

namespace ReverseMentoring.Web.Localization;

/// <summary>A text with named holes, such as <c>Hello {name}</c>: translators see what goes in. There are no braces else.</summary>
public sealed class Template
{
    private readonly IReadOnlyList<Part> parts;
    private readonly int literalLength;
    private readonly bool elides;

    private Template(IReadOnlyList<Part> parts, bool elides) =>
        (this.parts, literalLength, this.elides) = (parts, parts.Sum(part => part.Literal.Length), elides);

    public IEnumerable<string> Holes => parts.Where(part => part.Hole is not null).Select(part => part.Hole!).Distinct();

    /// <param name="text">With its holes.</param>
    /// <param name="elides">Before a vowel, French writes "d’Oliver" and "qu’Oliver" for "de" and "que".</param>
    public static Template Parse(string text, bool elides = false)
    {
        var parts = new List<Part>();
        var from = 0;
        while (text.IndexOf('{', from) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            parts.Add(new(text[from..open], text[(open + 1)..close]));
            from = close + 1;
        }

        parts.Add(new(text[from..], null));
        return new(parts, elides);
    }

    /// <exception cref="KeyNotFoundException">A hole has no value.</exception>
    public string Fill(params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (parts.Count == 1)
        {
            return parts[0].Literal;
        }

        var text = new StringBuilder(literalLength + (parts.Count * 24));
        foreach (var part in parts)
        {
            text.Append(part.Literal);
            if (part.Hole is { } hole)
            {
                var value = Find(hole, values);
                text.Append(elides ? Elision.Before(value, text) : value);
            }
        }

        return text.ToString();
    }

    private static string Find(string hole, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == hole)
            {
                return value;
            }
        }

        throw new KeyNotFoundException($"Nothing is given for '{{{hole}}}'.");
    }

    private readonly record struct Part(string Literal, string? Hole);
}
