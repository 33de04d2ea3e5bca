namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>What a table's figures are.</summary>
public enum FigureKind
{
    /// <summary>A mean from 1 to 5.</summary>
    Mean,

    /// <summary>Share of 9 and 10 less share of 0 to 6, −100 to 100 (Reichheld's net promoter score), with its interval.</summary>
    NetPromoter,

    /// <summary>The mean of what each of the same people answered later less what they answered earlier, with its interval.</summary>
    Change,

    /// <summary>A share in per cent.</summary>
    Share,

    /// <summary>How many people.</summary>
    People,

    /// <summary>How many pairs, circles or things that people noted; the threshold holds for the people who are in them, or did so.</summary>
    Meetings,
}

/// <param name="Name">As rows, files and texts call it: it never changes.</param>
/// <param name="Kind">What its figures are.</param>
/// <param name="Cells">Of whom, in the order in which the gate looks at them; null: of whatever there is, a topic or a rule.</param>
public sealed record WaveTable(string Name, FigureKind Kind, IReadOnlyList<string>? Cells = null);
