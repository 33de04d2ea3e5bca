using System.Globalization;
using System.Text;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Mails.Rendering;

/// <summary>
/// A letter as plain text of at most 76 columns, made to be read aloud as well: no rules of dashes, no tables,
/// each address on a line of its own after the words that say where it leads.
/// </summary>
public static class MailPlainText
{
    /// <summary>The subject is not repeated. Lines end with LF; an address is never broken.</summary>
    public static string Render(MailDocument document)
    {
        var (text, colon) = (new StringBuilder(2 * 1024), Texts.Shared.Text(CultureInfo.GetCultureInfo(document.Language), "Colon"));
        Wrap.Add(text, document.Greeting);
        foreach (var block in document.Blocks)
        {
            text.Append('\n');
            Write(text, block, colon);
        }

        text.Append('\n');
        Wrap.Add(text, document.Footer.Why);
        foreach (var way in new[] { document.Footer.Ear, document.Footer.WayOut }.OfType<MailLink>())
        {
            text.Append('\n');
            Link(text, way.Text + colon, way.Url);
        }

        if (document.Footer.Sender is { } sender)
        {
            text.Append('\n');
            Wrap.Add(text, sender);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block, string colon)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Wrap.Add(text, paragraph.Text);
                break;
            case Heading heading:
                Wrap.Add(text, heading.Text);
                break;
            case FactList list:
                foreach (var fact in list.Facts)
                {
                    Wrap.Add(text, $"{fact.Label}{colon} {fact.Value}", then: "  ");
                }

                break;
            case QuoteBlock quote:
                Wrap.Add(text, quote.By is null ? quote.Text : $"{quote.By}{colon}\n{quote.Text}", "> ", "> ");
                break;
            case PointList list:
                for (var at = 0; at < list.Points.Count; at++)
                {
                    var mark = list.Numbered ? $"{at + 1}. " : "- ";
                    Wrap.Add(text, list.Points[at], mark, new string(' ', mark.Length));
                }

                break;
            case MainButton button:
                Link(text, button.Text + colon, button.Url);
                break;
            case LinkList list:
                for (var at = 0; at < list.Links.Count; at++)
                {
                    text.Append(at == 0 ? "" : "\n");
                    Link(text, list.Links[at].Text + colon, list.Links[at].Url);
                }

                break;
            default:
                throw new ArgumentException($"No text is written for {block.GetType().Name}.", nameof(block));
        }
    }

    private static void Link(StringBuilder text, string words, string url)
    {
        Wrap.Add(text, words);
        text.Append(url).Append('\n');
    }
}
