using System.Globalization;
using System.Text;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Topics;

/// <summary>When two proposals are the same, and when they nearly are.</summary>
public static class TopicText
{
    /// <summary>From this share of common letter pairs on, two titles are suggested for merging (Sørensen–Dice).</summary>
    private const double Near = 0.6;

    /// <summary>The topic of a proposal: its id is the same for all spellings that differ only in case, accents and signs.</summary>
    public static Topic Topic(string title) => new(new("t-" + Names.Digest("topic:" + Normal(title))), title.Trim());

    /// <summary>What of a title is compared with another one's.</summary>
    internal static HashSet<(char, char)> LettersOf(string title) => Pairs(Normal(title));

    internal static bool AreNear(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
        one.Count > 0 && other.Count > 0 && 2.0 * one.Count(other.Contains) / (one.Count + other.Count) >= Near;

    /// <summary>Nobody could offer it: hardly a letter, one letter again and again, an address, nothing that is said out loud.</summary>
    public static bool IsOdd(string title)
    {
        var letters = title.Where(char.IsLetter).Select(char.ToLowerInvariant).ToArray();
        return letters.Length < 3
            || letters.Distinct().Count() < 3
            || letters.Length * 2 < title.Count(c => !char.IsWhiteSpace(c))
            || title.Contains("://", StringComparison.Ordinal) || title.Contains('@', StringComparison.Ordinal)
            || IsKeyboard(string.Concat(letters));
    }

    /// <summary>Lower case, without accents and signs, words in one order.</summary>
    public static string Normal(string title)
    {
        var letters = new StringBuilder(title.Length);
        foreach (var c in PlainText.Decomposed(title))
        {
            var isMark = CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
            letters.Append(isMark ? "" : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    /// <summary>Neighbours on a keyboard, such as "asdf": typed to fill the field.</summary>
    private static bool IsKeyboard(string letters) => letters.Length is >= 4 and <= 12 && Rows.Any(row => row.Contains(letters, StringComparison.Ordinal));

    private static readonly string[] Rows = ["qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"];

    private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];
}
