using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>What a table's figures are.</summary>
public enum FigureKind
{
    /// <summary>A mean from 1 to 5.</summary>
    Mean,

    /// <summary>Share of 9 and 10 less share of 0 to 6, −100 to 100 (Reichheld's net promoter score).</summary>
    NetPromoter,

    /// <summary>A share in per cent.</summary>
    Share,

    /// <summary>How many people.</summary>
    People,

    /// <summary>How many pairs, circles or partings; the threshold holds for the people who are in them.</summary>
    Meetings,
}

/// <param name="Name">As rows, files and texts call it: it never changes.</param>
/// <param name="Kind">What its figures are.</param>
/// <param name="Cells">Of whom, in the order in which the gate looks at them; null: of whatever there is, a topic or a rule.</param>
public sealed record WaveTable(string Name, FigureKind Kind, IReadOnlyList<string>? Cells = null);

/// <summary>All tables of each wave, the most wanted first, settled before anybody has answered: nobody can ask for another one afterwards.</summary>
public static class WaveCatalogue
{
    public const string GoingWell = "going-well";
    public const string Satisfaction = "satisfaction";
    public const string Learned = "learned";
    public const string Confidence = "confidence";
    public const string Recommend = "recommend";
    public const string Worth = "worth";
    public const string Answered = "answered";
    public const string EarlierAnswered = "earlier-answered";
    public const string Left = "left";
    public const string Meetings = "meetings";
    public const string Topics = "topics";
    public const string UnmatchedBecause = "unmatched-because";
    public const string Attendance = "attendance";

    /// <summary>Cells of <see cref="Meetings"/>.</summary>
    public const string Completed = "completed";
    public const string Declined = "declined";
    public const string LeftCircle = "left-circle";

    /// <summary>In the order in which the gate weighs them: with all and the mentors published, the mentees can be worked out, so that they come last.</summary>
    private static readonly string[] Sides = [Disclosure.Cells.All, Disclosure.Cells.Mentors, Disclosure.Cells.Mentees];

    /// <summary>Mentors and mentees only: no total is published beside them.</summary>
    private static readonly string[] ApartOnly = [Disclosure.Cells.Mentors, Disclosure.Cells.Mentees];

    private static readonly WaveTable[] HalfTime =
    [
        new(GoingWell, FigureKind.Mean, Sides),
        new(Answered, FigureKind.People, ApartOnly),
    ];

    private static readonly WaveTable[] End =
    [
        new(Satisfaction, FigureKind.Mean, Sides),
        new(Learned, FigureKind.Mean, Sides),
        new(Confidence, FigureKind.Mean, ApartOnly),
        new(Recommend, FigureKind.NetPromoter, Sides),
        new(Worth, FigureKind.Mean, Sides),
        new(Answered, FigureKind.People, ApartOnly),
        new(EarlierAnswered, FigureKind.People, [PhaseNames.CallForTopics, PhaseNames.OffersAndWishes]),
        new(Left, FigureKind.People, [Disclosure.Cells.All]),
        new(Meetings, FigureKind.Meetings, [Completed, Declined, LeftCircle]),
        new(Attendance, FigureKind.Share, [Disclosure.Cells.All]),
        new(Topics, FigureKind.Meetings),
        new(UnmatchedBecause, FigureKind.People),
    ];

    /// <exception cref="ArgumentException">The name is no wave's.</exception>
    public static IReadOnlyList<WaveTable> TablesOf(string wave) => wave switch
    {
        WaveNames.HalfTime => HalfTime,
        WaveNames.End => End,
        _ => throw new ArgumentException($"'{wave}' is no wave.", nameof(wave)),
    };

    /// <exception cref="ArgumentException">The wave has no such table: what is not listed is not published.</exception>
    public static WaveTable TableOf(string wave, string name) =>
        TablesOf(wave).FirstOrDefault(table => table.Name == name) ?? throw new ArgumentException($"The wave '{wave}' has no table '{name}'.", nameof(name));
}
