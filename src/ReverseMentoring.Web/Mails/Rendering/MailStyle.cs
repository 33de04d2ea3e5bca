using System.Runtime.CompilerServices;
using ReverseMentoring.Web.DesignSystem.Colours;

namespace ReverseMentoring.Web.Mails.Rendering;

/// <summary>The page's colours and faces, in words that mail programs understand: no variables, pixels, fonts that are there.</summary>
internal sealed class MailStyle
{
    // Without it a mailbox fills the preview with the beginning of the body. U+034F and U+00A0, neither seen nor spoken.
    public static readonly Html.Raw AfterPreview = new(string.Concat(Enumerable.Repeat("&#847;&nbsp;", 60)));

    private const string VoiceFaces = "Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,serif";
    private const string WorkFaces = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

    private static readonly ConditionalWeakTable<Palette, MailStyle> Known = [];

    private MailStyle(Palette palette)
    {
        var (ground, themeColours) = (Backgrounds.Light, palette.Light);
        Paper = $"{ground.Paper}";
        Card = $"{ground.Card}";
        Brand = $"{themeColours.Brand}";
        OnBrand = $"{themeColours.OnBrand}";
        Muted = $"{ground.Muted}";
        Accent = $"{themeColours.Accent}";
        Soft = $"{themeColours.Soft}";
        Text = new($"{Work}font-size:17px;line-height:26px;color:{ground.Ink};");
        Title = new($"{FontFamily}font-size:26px;line-height:32px;font-weight:bold;color:{ground.Ink};");
        Subtitle = new($"{FontFamily}font-size:20px;line-height:26px;font-weight:bold;color:{ground.Ink};");
        Said = new($"{FontFamily}font-size:18px;line-height:27px;color:{ground.Ink};");
        Small = new($"{Work}font-size:14px;line-height:21px;color:{ground.Muted};");
        Head = new(HeadStyle(palette));
    }

    private static string FontFamily => $"font-family:{VoiceFaces};";

    private static string Work => $"font-family:{WorkFaces};";

    public string Paper { get; }

    public string Card { get; }

    public string Brand { get; }

    public string OnBrand { get; }

    public string Muted { get; }

    public string Accent { get; }

    public string Soft { get; }

    public Html.Raw Text { get; }

    public Html.Raw Title { get; }

    public Html.Raw Subtitle { get; }

    public Html.Raw Said { get; }

    public Html.Raw Small { get; }

    /// <summary>The head's style: dark mode, for those mail programs that ask, and Outlook.com, which rewrites instead.</summary>
    public Html.Raw Head { get; }

    public static MailStyle FromPalette(Palette palette) => Known.GetValue(palette, one => new(one));

    private static string HeadStyle(Palette palette)
    {
        var (ground, themeColours) = (Backgrounds.Dark, palette.Dark);
        (string Selector, string Style)[] rules =
        [
            (".paper", $"background:{ground.Paper}"),
            (".sheet", $"background:{ground.Card}"),
            (".band", $"background:{themeColours.Brand};color:{themeColours.OnBrand}"),
            (".ink", $"color:{ground.Ink}"),
            (".muted", $"color:{ground.Muted}"),
            (".link", $"color:{themeColours.Accent}"),
            (".soft", $"background:{themeColours.Soft}"),
            (".press", $"background:{themeColours.Accent};color:{ground.Card}"),
        ];
        var dark = string.Concat(rules.Select(rule => $"{rule.Selector}{{{rule.Style.Replace(";", " !important;", StringComparison.Ordinal)} !important}}"));
        var rewritten = string.Concat(rules.Where(rule => rule.Style.StartsWith("color", StringComparison.Ordinal))
            .Select(rule => $"[data-ogsc] {rule.Selector}{{{rule.Style} !important}}"));
        return ":root{color-scheme:light dark;supported-color-schemes:light dark}"
            + "@media (max-width:480px){.body{padding:24px 20px !important}}"
            + $"@media (prefers-color-scheme:dark){{{dark}}}{rewritten}";
    }
}
