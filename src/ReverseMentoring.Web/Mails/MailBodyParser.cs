using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>
/// A mail's text as it stands in the resources, cut into blocks: each line is a paragraph, points begin with <c>- </c> or
/// <c>1. </c>, headings with <c># </c>, and <c>[facts]</c> is a place where something is put in.
/// It is cut before names go in, so that nobody's name can look like a heading.
/// </summary>
internal sealed class MailBodyParser
{
    private readonly IReadOnlyList<Piece> pieces;

    private MailBodyParser(IReadOnlyList<Piece> pieces) => this.pieces = pieces;

    private enum Kind
    {
        Paragraph,
        Heading,
        Points,
        Steps,
        Slot,
    }

    /// <param name="text">The whole text, with its marks and holes.</param>
    /// <param name="elides">See <see cref="Template.Parse"/>.</param>
    public static MailBodyParser Parse(string text, bool elides)
    {
        var pieces = new List<Piece>();
        var open = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.Length == 0)
            {
                open = false;
                continue;
            }

            var piece = Cut(line, elides);
            if (open && piece.Kind == pieces[^1].Kind && piece.Kind is Kind.Points or Kind.Steps)
            {
                pieces[^1] = pieces[^1] with { Lines = [.. pieces[^1].Lines, .. piece.Lines] };
            }
            else
            {
                pieces.Add(piece);
            }

            open = true;
        }

        return new(pieces);
    }

    public IReadOnlyList<Block> Fill(IReadOnlyDictionary<string, IReadOnlyList<Block>> slots, ReadOnlySpan<(string, string)> values)
    {
        var blocks = new List<Block>(pieces.Count + 2);
        foreach (var piece in pieces)
        {
            switch (piece.Kind)
            {
                case Kind.Slot:
                    blocks.AddRange(slots.GetValueOrDefault(piece.Lines[0].Fill(), []));
                    break;
                case Kind.Heading:
                    blocks.Add(new Heading(piece.Lines[0].Fill(values)));
                    break;
                case Kind.Paragraph:
                    blocks.Add(new Paragraph(piece.Lines[0].Fill(values)));
                    break;
                default:
                    blocks.Add(new PointList(Lines(piece, values), piece.Kind is Kind.Steps));
                    break;
            }
        }

        return blocks;
    }

    private static string[] Lines(Piece piece, ReadOnlySpan<(string, string)> values)
    {
        var lines = new string[piece.Lines.Count];
        for (var at = 0; at < lines.Length; at++)
        {
            lines[at] = piece.Lines[at].Fill(values);
        }

        return lines;
    }

    private static Piece Cut(string line, bool elides) => line switch
    {
        ['[', .. var slot, ']'] => new(Kind.Slot, [Template.Parse(slot)]),
        ['#', ' ', .. var heading] => new(Kind.Heading, [Template.Parse(heading, elides)]),
        ['-', ' ', .. var point] => new(Kind.Points, [Template.Parse(point, elides)]),
        [>= '1' and <= '9', '.', ' ', .. var step] => new(Kind.Steps, [Template.Parse(step, elides)]),
        _ => new(Kind.Paragraph, [Template.Parse(line, elides)]),
    };

    private sealed record Piece(Kind Kind, IReadOnlyList<Template> Lines);
}
