using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.OwnTexts;

/// <summary>
/// Whether HR's words can stand in place of ours: what is put in must be there to be put in, and the places for links, dates and facts must all
/// be there, so that no mail goes out without its button. What stands below each mail (why it comes, the way out, the neutral contact) is not theirs to change.
/// </summary>
internal static partial class WordsCheck
{
    /// <summary>Every mail's texts but the button's can say these.</summary>
    private static readonly string[] Common = ["name", "first", "cohort", "manager"];

    public static IReadOnlyList<FieldError> Check(ManagerContext context, TextFamily family, CultureInfo language, IReadOnlyDictionary<string, string> words)
    {
        var errors = new List<FieldError>();
        foreach (var (key, text) in words)
        {
            if (Problems(context, family, language, key, text).ToArray() is { Length: > 0 } problems)
            {
                errors.Add(new(key, string.Join(' ', problems)));
            }
        }

        return errors;
    }

    private static IEnumerable<string> Problems(ManagerContext context, TextFamily family, CultureInfo language, string key, string text)
    {
        if (text.Length > family.Longest(key) || (!TextFamily.IsText(key) && text.Contains('\n', StringComparison.Ordinal)) || !PlainText.CanBeShown(text))
        {
            yield return context.Say("Words.TooLong", ("most", context.Number(family.Longest(key))));
        }

        if (Loose().IsMatch(Hole().Replace(text, "")))
        {
            yield return context.Say("Words.Braces");
        }

        var allowed = Allowed(family, language, key);
        foreach (var unknown in Hole().Matches(text).Select(hole => hole.Groups[1].Value).Distinct(StringComparer.Ordinal).Where(hole => !allowed.Contains(hole)))
        {
            yield return context.Say("Words.Unknown", ("hole", "{" + unknown + "}"), ("known", string.Join(", ", allowed.Order(StringComparer.Ordinal).Select(hole => "{" + hole + "}"))));
        }

        var (ours, theirs) = (Places(family.Ours(language, key)), Places(text));
        if (!ours.SequenceEqual(theirs))
        {
            yield return context.Say("Words.Places", ("places", string.Join(", ", ours.Select(place => $"[{place}]"))));
        }
    }

    /// <summary>What our texts of the same mail say can be said in each of its parts; a button says what ours does.</summary>
    public static HashSet<string> Allowed(TextFamily family, CultureInfo language, string key)
    {
        var from = family.IsMail && family.NamesPeople(key) ? family.Keys : [key];
        var holes = from.SelectMany(one => Hole().Matches(family.Ours(language, one)).Select(hole => hole.Groups[1].Value));
        return [.. holes, .. family.NamesPeople(key) ? Common : []];
    }

    private static string[] Places(string text) => [.. Place().Matches(text).Select(place => place.Groups[1].Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex("[{}]")]
    private static partial Regex Loose();

    [GeneratedRegex(@"^\[(\w+)\]\s*$", RegexOptions.Multiline)]
    private static partial Regex Place();
}
