using System.Globalization;
using System.Text;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Ids of cohorts: readable, and the same whenever the same call comes again.</summary>
public static class CohortIds
{
    private const int LongestSlug = 24;

    private const int DigestLength = 8;

    /// <param name="name">The cohort's name: what can be written in plain letters of it comes first.</param>
    /// <param name="key">What makes this call another than all others.</param>
    public static CohortId Create(string name, string key) =>
        new($"{Slug(name)}-{Names.Digest($"cohort:{name}:{key}")[..DigestLength]}".TrimStart('-'));

    /// <summary>Whether a text from an address can be a cohort's id at all.</summary>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= LongestSlug + 1 + DigestLength && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in PlainText.Decomposed(name).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, LongestSlug)).Trim('-');
    }
}
