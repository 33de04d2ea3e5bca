using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Forms;

/// <summary>The same page in each language that is written here.</summary>
internal static class LanguageLinks
{
    public static IReadOnlyList<LanguageLink> Of(Visit visit) =>
    [
        .. ReaderLanguage.Written.Select(code => new LanguageLink(
            code, ReaderLanguage.NameOf(code), $"/f/{visit.Token}?lang={code}", visit.Culture.TwoLetterISOLanguageName == code)),
    ];
}
