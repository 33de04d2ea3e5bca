using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ReverseMentoring.Core.Naming;

/// <summary>
/// The one door for text from outside: what comes through has one spelling (Unicode's form C) and can always be shown,
/// stored and sent. What can't are halves of surrogate pairs, noncharacters such as U+FFFE, and control characters but
/// for tabs and line breaks.
/// </summary>
public static class PlainText
{
    /// <summary>What is wrong with a text that is refused, and how to mend it.</summary>
    public const string Problem = "The text holds characters that can't be shown.";

    public const string Mend = "Type it anew: it has half a character, a control character or one that Unicode has taken out, such as U+FFFE.";

    /// <summary>For lists and programs, whose sender can mend it.</summary>
    /// <returns>False where it can't be shown; then <paramref name="plain"/> is null.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? plain)
    {
        plain = CanBeShown(text) ? Spelled(text) : null;
        return plain is not null;
    }

    /// <summary>For what people type, and for what older releases have stored: what can't be shown is left out.</summary>
    public static string Clean(string text) => Spelled(CanBeShown(text) ? text : WithoutHidden(text));

    /// <summary>Letters and their accents apart (form D), of any text, for comparing and sorting.</summary>
    public static string Decomposed(string text) => Clean(text).Normalize(NormalizationForm.FormD);

    /// <summary>Whether all of a text can be shown.</summary>
    public static bool CanBeShown(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) is not System.Buffers.OperationStatus.Done || IsHidden(rune))
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    private static string Spelled(string text) => Ascii.IsValid(text) || text.IsNormalized() ? text : text.Normalize();

    private static string WithoutHidden(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) is System.Buffers.OperationStatus.Done && !IsHidden(rune))
            {
                kept.Append(text, at, length);
            }

            at += length;
        }

        return kept.ToString();
    }

    private static bool IsHidden(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && rune.Value is not ('\t' or '\n' or '\r'))
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
