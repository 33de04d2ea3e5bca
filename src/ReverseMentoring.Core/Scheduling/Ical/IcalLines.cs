using System.Globalization;
using System.Text;

namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>Content lines as RFC 5545 section 3.1 wants them: CRLF, folded at 75 octets, values escaped.</summary>
internal sealed class IcalLines
{
    private const int MaximumOctets = 75;

    private readonly StringBuilder lines = new();

    public override string ToString() => lines.ToString();

    /// <summary>A line whose value needs no escaping: a keyword, a number, an address.</summary>
    public IcalLines Raw(string name, string value) => Fold($"{name}:{value}");

    public IcalLines Text(string name, string? value) => string.IsNullOrEmpty(value) ? this : Fold($"{name}:{Escape(value)}");

    public IcalLines Moment(string name, DateTimeOffset moment) =>
        Raw(name, moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <exception cref="ArgumentException">The address has characters that no calendar address can have.</exception>
    public IcalLines Person(string name, IcalPerson person, string parameters = "")
    {
        if (person.Address.Length == 0 || person.Address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '"' or ',' or ';'))
        {
            throw new ArgumentException("That is no mail address for a calendar.", nameof(person));
        }

        var commonName = string.IsNullOrWhiteSpace(person.Name) ? "" : $";CN=\"{Parameter(person.Name)}\"";
        return Fold($"{name}{parameters}{commonName}:mailto:{person.Address}");
    }

    /// <summary>A parameter's value cannot hold a quotation mark or a control character at all.</summary>
    private static string Parameter(string value) =>
        new([.. value.Where(letter => !char.IsControl(letter)).Select(letter => letter == '"' ? '\'' : letter)]);

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                _ when char.IsControl(letter) && letter != '\t' => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private IcalLines Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaximumOctets)
            {
                lines.Append("\r\n ");
                octets = 1;
            }

            lines.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        lines.Append("\r\n");
        return this;
    }
}
