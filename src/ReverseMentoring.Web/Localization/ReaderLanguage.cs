using System.Collections.Concurrent;
using System.Globalization;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Localization;

/// <summary>In which language to write to somebody: the first of theirs that is written here, else the cohort's.</summary>
public static class ReaderLanguage
{
    /// <summary>Tags come from outside too: no more of them are remembered.</summary>
    private const int Most = 1000;

    private static readonly ConcurrentDictionary<string, CultureInfo?> Known = new(StringComparer.Ordinal);

    /// <summary>BCP 47. One more language is one more of each resource file, and one more here.</summary>
    public static IReadOnlyList<string> Written { get; } = ["en", "de", "fr", "es", "pt"];

    public static CultureInfo LanguageOf(Person person, Cohort cohort) => LanguageOf(person.Languages, cohort);

    /// <param name="languages">What somebody reads, what they like best first.</param>
    /// <param name="cohort">In whose language they are written to where nothing is written in any of these.</param>
    public static CultureInfo LanguageOf(IEnumerable<string> languages, Cohort cohort) =>
        languages.Select(Find).FirstOrDefault(culture => culture is not null) ?? LanguageOf(cohort);

    public static CultureInfo LanguageOf(Cohort cohort) => Find(cohort.Settings.Language) ?? CultureInfo.GetCultureInfo("en");

    /// <returns>The culture of a tag such as <c>de</c> or <c>pt-BR</c>; null where nothing is written in it.</returns>
    public static CultureInfo? Find(string? tag)
    {
        if (tag is null)
        {
            return null;
        }

        if (Known.TryGetValue(tag, out var known))
        {
            return known;
        }

        var found = Search(tag);
        if (Known.Count < Most)
        {
            Known[tag] = found;
        }

        return found;
    }

    /// <summary>A language as its speakers call it: "Deutsch".</summary>
    public static string NameOf(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
            return string.Concat(culture.TextInfo.ToUpper(culture.NativeName[..1]), culture.NativeName.AsSpan(1));
        }
        catch (CultureNotFoundException)
        {
            // A region that is not known: its language is.
            // A tag that nobody has a name for is its own name.
            return tag;
        }
    }

    private static CultureInfo? Search(string tag)
    {
        var language = tag.Split('-', '_')[0].ToLowerInvariant();
        if (!Written.Contains(language))
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(tag.Replace('_', '-'), predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo(language);
        }
    }
}
