using System.Text;

namespace ReverseMentoring.Core.Calendars.Ical;

/// <summary>One content line of a calendar file, unfolded.</summary>
/// <param name="Line">Where it begins in the file, counted from 1.</param>
/// <param name="Name">In capitals.</param>
internal sealed record IcalProperty(int Line, string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>The properties of a file in order; lines that are none have the name "" and the line as value.</summary>
    public static IEnumerable<IcalProperty> Read(string file)
    {
        var (number, begin, unfolded) = (0, 0, new StringBuilder());
        foreach (var line in file.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            number++;
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                unfolded.Append(line.AsSpan(1));
                continue;
            }

            if (unfolded.Length > 0)
            {
                yield return Parse(begin, unfolded.ToString());
            }

            unfolded.Clear().Append(line);
            begin = number;
        }
    }

    /// <summary>The value as text, its escapes taken back.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Value.Length; i++)
        {
            text.Append(Value[i] != '\\' || i + 1 == Value.Length ? Value[i] : Value[++i] is 'n' or 'N' ? '\n' : Value[i]);
        }

        return text.ToString();
    }

    private static IcalProperty Parse(int line, string content)
    {
        var parts = new List<string>();
        var (quoted, from) = (false, 0);
        for (var i = 0; i < content.Length; i++)
        {
            quoted ^= content[i] == '"';
            if (!quoted && (content[i] is ';' or ':'))
            {
                parts.Add(content[from..i]);
                from = i + 1;
                if (content[i] == ':')
                {
                    var parameters = parts.Skip(1).Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
                        .DistinctBy(part => part[0].ToUpperInvariant())
                        .ToDictionary(part => part[0].ToUpperInvariant(), part => part[1].Trim('"'));
                    return new(line, parts[0].Trim().ToUpperInvariant(), parameters, content[from..]);
                }
            }
        }

        return new(line, "", new Dictionary<string, string>(), content);
    }
}
