using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>The same page in each language that is written here.</summary>
internal static class LanguageLinks
{
    public static IReadOnlyList<LanguageLink> LinksFor(LinkContext context) =>
    [
        .. ReaderLanguage.Written.Select(code => new LanguageLink(
            code, ReaderLanguage.NameOf(code), $"/f/{context.Token}?lang={code}", context.Culture.TwoLetterISOLanguageName == code)),
    ];
}
