using System.Collections.Frozen;
using System.Text;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Web.Localization;

/// <summary>What French does with "de" and "que" before a vowel, and with "de" before a city that has an article.</summary>
internal static class Elision
{
    private const string Vowels = "aeiou";

    private const string Article = "Le ";

    /// <summary>"Le Caire": as these are written out, no person's name is taken for one.</summary>
    private static readonly FrozenSet<string> WithArticle =
        CityNames.Listed.Select(city => city.Name).Where(name => name.StartsWith(Article, StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsIn(System.Globalization.CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr";

    /// <summary>Shortens the last word of a text where what comes next begins with a vowel. An h may be either; it is left alone.</summary>
    /// <returns>What comes next: "Caire", where "du" stands before it now.</returns>
    public static string Before(string next, StringBuilder text)
    {
        if (WithArticle.Contains(next) && EndsWith(text, "de "))
        {
            text.Length -= 2;
            text.Append("u ");
            return next[Article.Length..];
        }

        if (next.Length > 0 && BeginsWithVowel(next) && (EndsWith(text, "de ") || EndsWith(text, "que ")))
        {
            text.Length -= 2;
            text.Append('’');
        }

        return next;
    }

    private static bool BeginsWithVowel(string word) =>
        PlainText.Decomposed(word) is [var first, ..] && Vowels.Contains(char.ToLowerInvariant(first), StringComparison.Ordinal);

    /// <summary>As a word of its own, not as the end of another.</summary>
    private static bool EndsWith(StringBuilder text, string word)
    {
        var start = text.Length - word.Length;
        return start >= 0 && text.ToString(start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            && (start == 0 || !char.IsLetter(text[start - 1]));
    }
}
