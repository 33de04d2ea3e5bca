using System.Text;
using ReverseMentoring.LocalHost.Simulating.Faults;

namespace ReverseMentoring.LocalHost.Fuzzing;

/// <summary>Texts, numbers, days and bytes such as nobody means, and everybody sends at some time.</summary>
internal static class OddTexts
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "\uFFFE", "\uFFFD", "\uD83D", "\uDE00\uD83D", "\u202Eabc", "a\u0301", "\u200B", "\r\nX-Odd: 1", "\t", "<script>alert(1)</script>", "\"'`", "=cmd()", "-1", "0", "NaN",
        "Infinity", "1e309", "2147483648", "9223372036854775808", "-0", "0.1", "true", "null", "{}", "[]", "9999-12-31", "0001-01-01", "2027-02-30", "2027-13-01", "10000-01-01",
        "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2027-03-28T02:30:00", "24:00", "23:60", "-00:01", "Mars/Phobos", "Etc/GMT+12", "en-x-odd", "tlh", "de;en;", "@", "a@b", "a@b@c",
        "postmaster@[127.0.0.1]", "../../etc/passwd", "%00", "%", "%2", "{0}", "{{", "${jndi}", "' OR 1=1 --", "ı", "ß", "Ⅷ", "😀", "\uD83D\uDC69\u200D\uD83D\uDC67", "é", "\uFEFF",
    ];

    /// <summary>Parts of an address, encoded already: what no client writes by itself.</summary>
    private static readonly string[] Segments =
    [
        "%00", "%ED%A0%80", "%EF%BF%BE", "%C0%AF", "%2e%2e", "%2F", "%5C", "%0d%0aX-Odd:1", "NaN", "-1", "0", "2147483648", "9223372036854775808", "9999-12-31", "%F0%9F%98%80", "%E2%80%AE", "'", "%22", "%3Cscript%3E",
        "*", "..;", "~", "%25", "%7B%7D", "none", "%20", "%C3%A9", "e%CC%81",
    ];

    public static string Pick(Chance chance) => chance.Below(12) switch
    {
        0 => new string((char)('a' + chance.Below(26)), 1 << chance.Between(4, 15)),
        1 => chance.Pick(Texts) + chance.Pick(Texts),
        2 => Drawn(chance, chance.Between(1, 40)),
        _ => chance.Pick(Texts),
    };

    public static string Segment(Chance chance) => chance.Happens(0.1) ? new string('x', 1 << chance.Between(4, 12)) : chance.Pick(Segments);

    /// <summary>A text with something taken out, doubled, put in or changed.</summary>
    public static string Changed(Chance chance, string text)
    {
        if (text.Length == 0)
        {
            return Pick(chance);
        }

        var (at, length) = (chance.Below(text.Length), chance.Between(1, 8));
        var end = Math.Min(text.Length, at + length);
        return chance.Below(5) switch
        {
            0 => text[..at] + text[end..],
            1 => text[..at] + Pick(chance) + text[at..],
            2 => text[..end] + text[at..],
            3 => text[..at],
            _ => text[..at] + (char)(text[at] ^ (1 << chance.Below(7))) + text[(at + 1)..],
        };
    }

    /// <summary>A text in an encoding that may be another than is said, whole or torn.</summary>
    public static byte[] Bytes(Chance chance, string text)
    {
        byte[] bytes = chance.Below(12) switch
        {
            0 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            1 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            2 => Encoding.Latin1.GetBytes(text),
            3 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            4 => Encoding.UTF32.GetBytes(text),
            5 => [.. Encoding.UTF8.GetBytes(text), 0xC3],
            _ => Encoding.UTF8.GetBytes(text),
        };
        for (var changes = chance.Happens(0.2) ? chance.Between(1, 4) : 0; changes > 0 && bytes.Length > 0; changes--)
        {
            bytes[chance.Below(bytes.Length)] = (byte)chance.Below(256);
        }

        return bytes;
    }

    private static string Drawn(Chance chance, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)chance.Below(chance.Happens(0.5) ? 128 : 65536)));
}
