using System.Text;

namespace ReverseMentoring.Web.Mails.Rendering;

/// <summary>Breaks text between words.</summary>
internal static class Wrap
{
    // RFC 5322 recommends 78; two are left for a reply's "> ".
    public const int Columns = 76;

    /// <summary>Adds the text with a line end. A line break in it stays; a word that is longer than a line stays whole.</summary>
    /// <param name="first">What the first line starts with.</param>
    /// <param name="then">What every further line starts with.</param>
    public static void Add(StringBuilder to, string text, string first = "", string then = "")
    {
        var start = first;
        foreach (var line in text.ReplaceLineEndings("\n").AsSpan().EnumerateLines())
        {
            to.Append(start);
            var used = start.Length;
            start = then;
            var begun = false;
            foreach (var range in line.Split(' '))
            {
                var word = line[range];
                if (word.IsEmpty)
                {
                    continue;
                }

                if (begun && used + 1 + word.Length > Columns)
                {
                    to.Append('\n').Append(then);
                    used = then.Length;
                }
                else if (begun)
                {
                    to.Append(' ');
                    used++;
                }

                to.Append(word);
                used += word.Length;
                begun = true;
            }

            to.Append('\n');
        }
    }
}
