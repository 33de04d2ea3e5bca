using MimeKit;
using MimeKit.Text;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Smtp.Returned;

/// <summary>
/// Reads what a human wrote in answer to a mail of ours. Whether it was a human is told by headers and parts alone, never by words: what a
/// machine sent by itself says so (RFC 3834 and what was used before it), reports and answers of calendar programs have parts of their own.
/// </summary>
public sealed class WordsReader : IWordsReader
{
    /// <summary>More than that nobody writes by hand.</summary>
    private const int Longest = 10_000;

    /// <summary>Headers that only machines write, whatever stands in them.</summary>
    private static readonly string[] OfMachines = ["X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Failed-Recipients", "List-Id"];

    public WrittenAnswer? Read(Stream mime)
    {
        using var message = MimeMessage.Load(mime);
        return !IsOfMachine(message) && message.From.Mailboxes.ToArray() is [var from] && Answered(message) is { } id
            && Words(message) is { Length: > 0 } words
                ? new(id, message.MessageId ?? id, from.Address, message.Subject ?? "", words)
                : null;
    }

    private static bool IsOfMachine(MimeMessage message) =>
        message.Headers["Auto-Submitted"] is { } submitted && !submitted.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || message.Headers["Precedence"]?.Trim().ToUpperInvariant() is "BULK" or "JUNK" or "LIST" or "AUTO_REPLY"
        || message.Headers["Return-Path"]?.Trim() is "<>"
        || OfMachines.Any(message.Headers.Contains)
        || message.Body is MultipartReport
        || message.BodyParts.Any(part => part.ContentType.IsMimeType("text", "calendar"));

    /// <summary>What stands before the @ in the id of the mail that it answers.</summary>
    private static string? Answered(MimeMessage message) =>
        (message.InReplyTo ?? message.References.LastOrDefault()) is { } id && id.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? id[..at] : null;

    private static string Words(MimeMessage message)
    {
        var text = message.TextBody ?? (message.HtmlBody is { } html ? Plain(html) : "");
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.TrimStart().StartsWith('>'));
        var words = string.Join('\n', lines).Trim();
        return words.Length > Longest ? words[..Longest] : words;
    }

    private static string Plain(string html)
    {
        var (words, hidden) = (new System.Text.StringBuilder(), 0);
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.BlockQuote or HtmlTagId.Head } aside)
            {
                hidden = Math.Max(0, hidden + (aside.IsEndTag ? -1 : aside.IsEmptyElement ? 0 : 1));
            }
            else if (hidden == 0 && token is HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI })
            {
                words.Append('\n');
            }
            else if (hidden == 0 && token is HtmlDataToken data)
            {
                words.Append(data.Data);
            }
        }

        return words.ToString();
    }
}
