using System.Text;
using ReverseMentoring.Core.Enrolment.Checking;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>Turns the bytes of a file that some spreadsheet wrote into text.</summary>
public static class CsvText
{
    private const string Separator = "sep=";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Without the line with which spreadsheets say what parts their columns: it is none of the list, and they count none of it.</summary>
    public static string WithoutSeparator(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end >= 0 && text.StartsWith(Separator, StringComparison.OrdinalIgnoreCase) && text[Separator.Length..end].TrimEnd('\r').Length == 1 ? text[(end + 1)..] : text;
    }

    /// <returns>Null where the bytes are no text.</returns>
    internal static string? Decode(byte[] bytes, Findings findings, string where = "people") => Read(bytes, findings, where) is { } text ? WithoutSeparator(text) : null;

    private static string? Read(byte[] bytes, Findings findings, string where)
    {
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            findings.Error(where, "This is a workbook, not a CSV file.", "Save the sheet as 'CSV UTF-8' and send that.");
            return null;
        }

        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => StrictUtf8.GetString(bytes, 3, bytes.Length - 3),
                [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
                _ => StrictUtf8.GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            findings.Warn(where, "The file is not UTF-8 and was read as Windows-1252.", "Check that names with accents are right, or save it as 'CSV UTF-8'.");
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    /// <summary>The sign that comes most often in the header, outside quotes.</summary>
    internal static string DelimiterOf(string text)
    {
        var (quoted, counts) = (false, new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 });
        foreach (var c in text.TakeWhile(c => quoted || c is not ('\r' or '\n')))
        {
            quoted ^= c == '"';
            if (!quoted && counts.TryGetValue(c, out var count))
            {
                counts[c] = count + 1;
            }
        }

        return counts.MaxBy(entry => entry.Value).Key.ToString();
    }
}
