using System.Text;

namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>One content line of a calendar file, unfolded.</summary>
/// <param name="Line">Where it begins in the file, counted from 1.</param>
/// <param name="Name">In capitals, without parameters.</param>
/// <param name="Value">As it stands there, escapes and all.</param>
internal sealed record IcalProperty(int Line, string Name, string Value)
{
    /// <summary>What stands between name and value: <c>PARTSTAT=DECLINED;CN=Ana</c>.</summary>
    public string Parameters { get; init; } = "";

    /// <returns>A parameter's value without quotes; null where there is none of this name.</returns>
    public string? Parameter(string name) => Parameters.Split(';').Select(one => one.Split('=', 2))
        .Where(one => one.Length == 2 && one[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(one => one[1].Trim('"', ' ')).FirstOrDefault();

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

    private static IcalProperty Parse(int line, string content)
    {
        var quoted = false;
        for (var i = 0; i < content.Length; i++)
        {
            quoted ^= content[i] == '"';
            if (content[i] == ':' && !quoted)
            {
                string[] parts = content[..i].Split(';', 2);
                return new(line, parts[0].Trim().ToUpperInvariant(), content[(i + 1)..]) { Parameters = parts.Length > 1 ? parts[1] : "" };
            }
        }

        return new(line, "", content);
    }
}
