using System.Globalization;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Web.Manage.Dossier.Promising;

/// <summary>
/// By what a sentence that promises is known: words of never and nobody, of secrecy, of erasure and of reasons that are not asked, and the holes
/// of the threshold and of the day of erasure. A promise in other words has to be put among <see cref="Promises"/> by whoever writes it.
/// </summary>
public static partial class PromiseWords
{
    /// <summary>The sentences of a text that promise.</summary>
    public static IReadOnlyList<string> In(string text, CultureInfo culture) =>
        [.. Sentences().Split(text).Select(sentence => sentence.Trim()).Where(sentence => Of(culture).IsMatch(sentence))];

    private static Regex Of(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "de" => German(),
        "es" => Spanish(),
        "fr" => French(),
        "pt" => Portuguese(),
        _ => English(),
    };

    [GeneratedRegex(@"(?<=[.!?…])\s+|\n+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\{least\}|\{erased\}|\b(never|nobody|no one|nowhere|not even|anonym\w*|confiden\w*|eras(e|ed|ure)|reasons|with(out)? (your|my) name|stays between|only hears?|(doesn't|don't) see)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\{least\}|\{erased\}|\b(nie|niemals|niemand\w*|nirgend\w*|anonym\w*|vertraulich\w*|gelöscht|löschen|Gründe|ohne (meinen|Ihren) Namen|bleibt zwischen|(erfährt|erfahren) nur)\b", RegexOptions.IgnoreCase)]
    private static partial Regex German();

    [GeneratedRegex(@"\{least\}|\{erased\}|\b(nunca|nadie|jamás|anónim\w*|confidencial\w*|sin (mi|su) nombre|borr(ar|ará|arán|an|ado|ados)|motivos|razones|explicaciones)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\{least\}|\{erased\}|\b(jamais|(?<!\b(cette|une|la|chaque) )personne (ne\b|n[’'])|anonym\w*|confidentiel\w*|sans (mon|votre) nom|effac(er|é|és|ées|ée)|raisons?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex French();

    [GeneratedRegex(@"\{least\}|\{erased\}|\b(nunca|ninguém|jamais|anónim\w*|anônim\w*|confidencia\w*|sem (o )?(meu|seu) nome|apag(ar|ado|ados|ada|adas)|motivos|razões|explicações)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Portuguese();
}
