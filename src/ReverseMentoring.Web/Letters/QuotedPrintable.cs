using System.Text;

namespace ReverseMentoring.Web.Letters;

/// <summary>RFC 2045, section 6.7: UTF-8 text in lines of at most 76 ASCII characters.</summary>
internal static class QuotedPrintable
{
    private const int Line = 76;
    private const string Digits = "0123456789ABCDEF";

    /// <summary>Line ends of any kind become CRLF.</summary>
    public static void Append(StringBuilder to, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var used = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var one = bytes[at];
            if (one is (byte)'\r' or (byte)'\n')
            {
                at += one == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n' ? 1 : 0;
                to.Append("\r\n");
                used = 0;
                continue;
            }

            var ends = at + 1 == bytes.Length || bytes[at + 1] is (byte)'\r' or (byte)'\n';
            var plain = (one is >= 33 and <= 126 && one != '=') || (one is (byte)' ' or (byte)'\t' && !ends);

            // A soft line break needs a column itself.
            if (used + (plain ? 1 : 3) > Line - (ends ? 0 : 1))
            {
                to.Append("=\r\n");
                used = 0;
            }

            if (plain)
            {
                to.Append((char)one);
                used++;
            }
            else
            {
                to.Append('=').Append(Digits[one >> 4]).Append(Digits[one & 15]);
                used += 3;
            }
        }
    }
}
