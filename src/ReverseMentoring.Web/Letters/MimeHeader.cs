using System.Buffers;
using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace ReverseMentoring.Web.Letters;

/// <summary>What stands in a mail's header: ASCII, folded, and nothing that could start a header of its own.</summary>
internal static class MimeHeader
{
    // RFC 2047: an encoded word has at most 75 characters, 12 of them "=?utf-8?Q?" and "?=".
    private const int EncodedWord = 75 - 12;
    private const int Line = 76;

    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);
    private static readonly SearchValues<char> Safe = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <summary>Free text, as a subject.</summary>
    /// <param name="used">How many columns the header's name takes.</param>
    public static string Text(string text, int used) =>
        text.AsSpan().ContainsAnyExcept(Printable) || text.Contains("=?", StringComparison.Ordinal) || text.Split(' ').Any(word => word.Length > Line - used)
            ? Encoded(text)
            : Folded(text, used);

    /// <summary>A person with their address.</summary>
    public static string Mailbox(Mailbox mailbox)
    {
        var address = Address(mailbox.Address);
        return mailbox.Name switch
        {
            null or "" => address,
            { Length: > 50 } name => $"{Encoded(name)}\r\n <{address}>",
            var name when name.AsSpan().ContainsAnyExcept(Printable) || name.Contains("=?", StringComparison.Ordinal) => $"{Encoded(name)}\r\n <{address}>",
            var name => $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{address}>",
        };
    }

    public static string MessageId(string id)
    {
        var at = id.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < id.Length - 1 && !id.AsSpan(0, at).ContainsAnyExcept(Safe) && !id.AsSpan(at + 1).ContainsAnyExcept(Safe)
            ? id
            : throw new FormatException($"'{id}' is no message id like invitation.1@example.org.");
    }

    public static string FileName(string name) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Safe) ? name : throw new FormatException($"'{name}' is no file name for a mail.");

    // A domain may be of any script; the part before the @ must be ASCII, as many servers still take nothing else.
    private static string Address(string text)
    {
        if (!MailAddress.TryCreate(text, out var parsed) || parsed.Address != text || text.AsSpan(0, text.LastIndexOf('@')).ContainsAnyExceptInRange('!', '~'))
        {
            throw new FormatException("An address can't stand in a mail's header.");
        }

        return $"{parsed.User}@{new IdnMapping().GetAscii(parsed.Host)}";
    }

    private static string Folded(string text, int used)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var word in text.Split(' '))
        {
            if (folded.Length > 0)
            {
                var breaks = used + 1 + word.Length > Line && word.Length > 0;
                folded.Append(breaks ? "\r\n " : " ");
                used = breaks ? 1 : used + 1;
            }

            folded.Append(word);
            used += word.Length;
        }

        return folded.ToString();
    }

    // The Q encoding, a character never cut in two.
    private static string Encoded(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = rune.Value == ' ' ? "_"
                : rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "!*+-/".Contains((char)rune.Value, StringComparison.Ordinal)) ? rune.ToString()
                : "=" + BitConverter.ToString(bytes[..rune.EncodeToUtf8(bytes)].ToArray()).Replace('-', '=');
            if (word.Length + piece.Length > EncodedWord - (words.Count == 0 ? "Reply-To: ".Length : 1))
            {
                words.Add($"=?utf-8?Q?{word}?=");
                word.Clear();
            }

            word.Append(piece);
        }

        words.Add($"=?utf-8?Q?{word}?=");
        return string.Join("\r\n ", words);
    }
}
