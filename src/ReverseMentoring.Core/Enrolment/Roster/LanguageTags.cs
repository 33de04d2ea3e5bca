namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>Reads language tags (BCP 47): a language of ISO 639-1, or three letters, and a region or script behind it.</summary>
public static class LanguageTags
{
    public const string Mend = "Use a language tag such as 'de' or 'en-GB'.";

    private static readonly HashSet<string> TwoLetters = new(
        ("aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu "
        + "fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn "
        + "ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os "
        + "pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw "
        + "ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu").Split(' '), StringComparer.Ordinal);

    /// <returns>The tag with its language in lower case, or null where it is none.</returns>
    public static string? Parse(string text)
    {
        var parts = text.Trim().Replace('_', '-').Split('-');
        var language = parts[0].ToLowerInvariant();
        var known = TwoLetters.Contains(language) || (language.Length == 3 && language.All(char.IsAsciiLetter));
        return known && parts.Skip(1).All(IsSubtag) ? string.Join('-', [language, .. parts[1..]]) : null;
    }

    private static bool IsSubtag(string part) => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit);
}
