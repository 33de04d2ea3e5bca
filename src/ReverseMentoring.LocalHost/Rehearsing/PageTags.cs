using System.Net;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>The tags of a page that make up its forms, one after the other; all others are passed over.</summary>
internal ref struct PageTags(ReadOnlySpan<char> html)
{
    private ReadOnlySpan<char> rest = html;

    public PageTag Current { get; private set; }

    public readonly PageTags GetEnumerator() => this;

    public bool MoveNext()
    {
        while (rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var name = rest[..Math.Max(0, rest.IndexOfAny(' ', '>', '\n'))];
            if (name is "form" or "/form" or "input" or "select" or "option" or "textarea" or "button")
            {
                var end = End(rest);
                Current = new(name, rest[name.Length..end]);
                rest = rest[end..];
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the tag closes; what stands in quotes doesn't close it.</summary>
    private static int End(ReadOnlySpan<char> tag)
    {
        var at = 0;
        for (var quoted = false; at < tag.Length && (quoted || tag[at] != '>'); at++)
        {
            quoted ^= tag[at] == '"';
        }

        return at;
    }
}

/// <summary>One tag, as our own pages write it: attributes in double quotes, each after a space.</summary>
/// <param name="name">With a slash in front where it closes.</param>
/// <param name="head">What stands behind the name.</param>
internal readonly ref struct PageTag(ReadOnlySpan<char> name, ReadOnlySpan<char> head)
{
    private readonly ReadOnlySpan<char> head = head;

    public ReadOnlySpan<char> Name { get; } = name;

    /// <returns>Null where the tag has no such attribute, or one without a value.</returns>
    public string? Attribute(ReadOnlySpan<char> attribute) =>
        Find(attribute, out var behind) && behind.StartsWith("=\"")
            ? WebUtility.HtmlDecode(behind[2..(2 + behind[2..].IndexOf('"'))].ToString())
            : null;

    public bool Has(ReadOnlySpan<char> attribute) => Find(attribute, out _);

    private bool Find(ReadOnlySpan<char> attribute, out ReadOnlySpan<char> behind)
    {
        behind = head;
        while (behind.IndexOf(attribute) is > 0 and var at)
        {
            var before = behind[at - 1];
            behind = behind[(at + attribute.Length)..];
            if (before is ' ' or '\n' && (behind.IsEmpty || behind[0] is ' ' or '\n' or '=' or '/'))
            {
                return true;
            }
        }

        return false;
    }
}
