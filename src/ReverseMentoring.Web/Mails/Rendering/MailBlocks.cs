namespace ReverseMentoring.Web.Mails.Rendering;

/// <summary>Each kind of block as HTML.</summary>
internal static class MailBlocks
{
    public static void Write(Html html, Block block, MailStyle look)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Add($"""
                    <p class="ink" style="margin:0 0 16px;{look.Text}">{Html.Lines(paragraph.Text)}</p>

                    """);
                break;
            case Heading heading:
                html.Add($"""
                    <h2 class="ink" style="margin:28px 0 10px;{look.Subtitle}">{heading.Text}</h2>

                    """);
                break;
            case FactList list:
                Facts(html, list, look);
                break;
            case QuoteBlock quote:
                Quote(html, quote, look);
                break;
            case PointList list:
                Points(html, list, look);
                break;
            case MainButton button:
                Button(html, button, look);
                break;
            case LinkList list:
                foreach (var link in list.Links)
                {
                    html.Add($"""
                        <p style="margin:0 0 12px;{look.Text}"><a class="link" href="{link.Url}" style="color:{look.Accent};text-decoration:underline;">{link.Text}</a></p>

                        """);
                }

                break;
            default:
                throw new ArgumentException($"No HTML is written for {block.GetType().Name}.", nameof(block));
        }
    }

    // A table of data: a screen reader says each label with its value.
    private static void Facts(Html html, FactList list, MailStyle look)
    {
        html.Add($"""<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 20px;text-align:start;">""");
        foreach (var fact in list.Facts)
        {
            html.Add($"""
                <tr><th class="muted" scope="row" align="left" width="28%" valign="top" style="padding:4px 12px 4px 0;text-align:start;{look.Small}line-height:26px;font-weight:normal;">{fact.Label}</th><td class="ink" align="left" valign="top" style="padding:4px 0;{look.Text}font-weight:bold;">{Html.Lines(fact.Value)}</td></tr>

                """);
        }

        html.Add($"</table>\n");
    }

    private static void Quote(Html html, QuoteBlock quote, MailStyle look)
    {
        html.Add($"""
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 20px;"><tr><td class="soft" style="background:{look.Soft};padding:16px 22px;border-radius:18px 18px 18px 4px;">
            <blockquote class="ink" style="margin:0;{look.Said}">{Html.Lines(quote.Text)}</blockquote>
            """);
        if (quote.By is { } by)
        {
            html.Add($"""<p class="link" style="margin:8px 0 0;{look.Small}color:{look.Accent};font-weight:bold;">{by}</p>""");
        }

        html.Add($"</td></tr></table>\n");
    }

    private static void Points(Html html, PointList list, MailStyle look)
    {
        var tag = new Html.Raw(list.Numbered ? "ol" : "ul");
        html.Add($"""<{tag} class="ink" style="margin:0 0 16px;padding:0 0 0 24px;{look.Text}">""");
        foreach (var point in list.Points)
        {
            html.Add($"""<li style="margin:0 0 8px;">{Html.Lines(point)}</li>""");
        }

        html.Add($"</{tag}>\n");
    }

    // Outlook on Windows takes the colour from bgcolor and the room from mso-padding-alt; it draws square corners.
    private static void Button(Html html, MainButton button, MailStyle look)
    {
        html.Add($"""
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px;"><tr><td class="press" bgcolor="{look.Brand}" style="background:{look.Brand};border-radius:18px 18px 4px 18px;mso-padding-alt:14px 32px;">
            <a class="press" href="{button.Url}" style="display:inline-block;padding:14px 32px;border-radius:18px 18px 4px 18px;{look.Text}font-weight:bold;color:{look.OnBrand};text-decoration:none;">{button.Text}</a>
            </td></tr></table>

            """);
    }
}
