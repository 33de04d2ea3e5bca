using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>
/// A mail's text as it stands in the resources, cut into blocks: paragraphs apart by an empty line, points begin with
/// <c>- </c> or <c>1. </c>, headings with <c># </c>, and <c>[facts]</c> is a place where something is put in.
/// It is cut before names go in, so that nobody's name can look like a heading.
/// </summary>
internal sealed class LetterBody
{
    private readonly IReadOnlyList<Piece> pieces;

    private LetterBody(IReadOnlyList<Piece> pieces) => this.pieces = pieces;

    private enum Kind
    {
        Paragraph,
        Heading,
        Points,
        Steps,
        Slot,
    }

    public static LetterBody Parse(string text) =>
        new([.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Cut)]);

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

    private static Piece Cut(string text) => text switch
    {
        ['[', .. var slot, ']'] => new(Kind.Slot, [Template.Parse(slot)]),
        ['#', ' ', .. var heading] => new(Kind.Heading, [Template.Parse(heading)]),
        ['-', ' ', ..] => new(Kind.Points, [.. text.Split('\n').Select(line => Template.Parse(line[2..]))]),
        ['1', '.', ' ', ..] => new(Kind.Steps, [.. text.Split('\n').Select(line => Template.Parse(line[(line.IndexOf(' ') + 1)..]))]),
        _ => new(Kind.Paragraph, [Template.Parse(text)]),
    };

    private sealed record Piece(Kind Kind, IReadOnlyList<Template> Lines);
}
