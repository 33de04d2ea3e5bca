using System.Globalization;
using System.Text;
using ReverseMentoring.Web.DesignSystem;

namespace ReverseMentoring.Web.Mails.Rendering;

/// <summary>
/// A letter as HTML that survives mail programs: tables for layout, styles on every element, a button that Outlook on
/// Windows draws too, and a head style for those that understand it.
/// </summary>
public static class MailHtml
{
    /// <summary>The whole document.</summary>
    /// <exception cref="CultureNotFoundException">The letter's language is none.</exception>
    public static string Render(MailDocument document, Theme theme)
    {
        var text = new StringBuilder(12 * 1024);
        var html = new Html(text);
        var look = MailStyle.FromPalette(theme.Palette);
        Top(html, document, theme, look);
        MailBlocks.Write(html, new Paragraph(document.Greeting), look);
        foreach (var block in document.Blocks)
        {
            MailBlocks.Write(html, block, look);
        }

        Bottom(html, document.Footer, look);
        return text.ToString();
    }

    private static void Top(Html html, MailDocument document, Theme theme, MailStyle look)
    {
        var direction = CultureInfo.GetCultureInfo(document.Language).TextInfo.IsRightToLeft ? "rtl" : "ltr";
        html.Add($"""
            <!DOCTYPE html>
            <html lang="{document.Language}" dir="{direction}" xmlns:o="urn:schemas-microsoft-com:office:office">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{document.Subject}</title>
            <!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
            <style>{look.Head}</style>
            </head>
            <body class="paper" style="margin:0;padding:0;background:{look.Paper};-webkit-text-size-adjust:100%;">
            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">{document.Preview}{MailStyle.AfterPreview}</div>
            <div role="main" lang="{document.Language}" dir="{direction}">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px;">
            <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
            <table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" align="center" style="max-width:600px;background:{look.Card};border-radius:20px 20px 20px 4px;border-collapse:separate;">
            <tr><td class="band" align="left" style="background:{look.Brand};padding:18px 32px;border-radius:20px 20px 0 0;text-align:start;{look.Text}font-weight:bold;color:{look.OnBrand};">
            """);
        if (theme.LogoUrl is { } logo)
        {
            html.Add($"""<img src="{logo}" alt="{theme.Company}" height="32" style="display:block;height:32px;width:auto;border:0;">""");
        }
        else
        {
            html.Add($"{theme.Company}");
        }

        html.Add($"""
            </td></tr>
            <tr><td class="body" align="left" style="padding:32px;text-align:start;">
            <h1 class="ink" style="margin:0 0 20px;{look.Title}">{document.Subject}</h1>

            """);
    }

    private static void Bottom(Html html, MailFooter footer, MailStyle look)
    {
        html.Add($"""
            </td></tr></table>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" align="center" style="max-width:600px;"><tr><td align="left" style="padding:20px 32px;text-align:start;">
            <p class="muted" style="margin:0 0 8px;{look.Small}">{Html.Lines(footer.Why)}</p>

            """);
        foreach (var way in new[] { footer.Ear, footer.WayOut }.OfType<MailLink>())
        {
            html.Add($"""
                <p class="muted" style="margin:0 0 8px;{look.Small}"><a class="muted" href="{way.Url}" style="color:{look.Muted};text-decoration:underline;">{way.Text}</a></p>

                """);
        }

        if (footer.Sender is { } sender)
        {
            html.Add($"""
                <p class="muted" style="margin:0;{look.Small}">{Html.Lines(sender)}</p>

                """);
        }

        html.Add($"""
            </td></tr></table>
            <!--[if mso]></td></tr></table><![endif]-->
            </td></tr></table>
            </div>
            </body>
            </html>

            """);
    }
}
