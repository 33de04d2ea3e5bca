using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>All tables of each wave, the most wanted first, settled before anybody has answered: nobody can ask for another one afterwards.</summary>
public static class WaveCatalogue
{
    public const string GoingWell = "going-well";
    public const string Worth = "worth";
    public const string Answered = "answered";
    public const string WaitedAnswered = "waited-answered";
    public const string PartedWorth = "parted-worth";
    public const string PartedBecause = "parted-because";
    public const string AloneAgain = "alone-again";
    public const string EarlierAnswered = "earlier-answered";
    public const string Left = "left";
    public const string Without = "without";
    public const string Meetings = "meetings";
    public const string Topics = "topics";
    public const string UnmatchedBecause = "unmatched-because";
    public const string Attendance = "attendance";
    public const string Sessions = "sessions";
    public const string Commitments = "commitments";
    public const string GoOn = "go-on";
    public const string UnmetTopics = "unmet-topics";
    public const string OfferedTopics = "offered-topics";

    /// <summary>Cells of <see cref="Meetings"/>.</summary>
    public const string Completed = "completed";
    public const string Declined = "declined";
    public const string LeftCircle = "left-circle";

    /// <summary>Cells of <see cref="Sessions"/>.</summary>
    public const string Held = "held";
    public const string Missed = "missed";
    public const string Unconfirmed = "unconfirmed";
    public const string Moved = "moved";

    /// <summary>Cells of <see cref="Commitments"/>.</summary>
    public const string Noted = "noted";
    public const string SeenKept = "kept";

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
        new(Worth, FigureKind.Mean, Sides),
        new(Answered, FigureKind.People, ApartOnly),
        new(WaitedAnswered, FigureKind.People, [Disclosure.Cells.All]),
        new(EarlierAnswered, FigureKind.People, [PhaseNames.CallForTopics, PhaseNames.OffersAndWishes]),
        new(Left, FigureKind.People, [Disclosure.Cells.All]),
        new(Meetings, FigureKind.Meetings, [Completed, Declined, LeftCircle]),
        new(Sessions, FigureKind.Meetings, [Held, Missed, Unconfirmed, Moved]),
        new(Attendance, FigureKind.Share, [Disclosure.Cells.All]),
        new(Topics, FigureKind.Meetings),
        new(UnmatchedBecause, FigureKind.People),
        new(PartedWorth, FigureKind.Mean, [Disclosure.Cells.All]),
        new(PartedBecause, FigureKind.People, PartingReasons.Slugs),
        new(AloneAgain, FigureKind.People, [Disclosure.Cells.All]),
        new(Commitments, FigureKind.Meetings, [Noted, SeenKept]),
        new(GoOn, FigureKind.Meetings, [Disclosure.Cells.All]),
        new(UnmetTopics, FigureKind.People),
        new(Without, FigureKind.People, ApartOnly),
        .. SelectionTables.All.Select(table => new WaveTable(SelectionTables.NameOf(table.Role, table.Trait), FigureKind.People)),
        new(OfferedTopics, FigureKind.Meetings),
    ];

    /// <summary>Those that are the same in all cohorts: how sessions went, who answered, what became of it.</summary>
    /// <exception cref="ArgumentException">The name is no wave's.</exception>
    public static IReadOnlyList<WaveTable> TablesOf(string wave) => wave switch
    {
        WaveNames.HalfTime => HalfTime,
        WaveNames.End => End,
        _ => throw new ArgumentException($"'{wave}' is no wave.", nameof(wave)),
    };

    /// <summary>With those of the questions that a cohort asks, which come first.</summary>
    /// <exception cref="ArgumentException">The name is no wave's.</exception>
    public static IReadOnlyList<WaveTable> TablesOf(string wave, IEnumerable<SurveyItem> items) =>
        [.. items.SelectMany(item => TablesOfItem(wave, item)), .. TablesOf(wave)];

    /// <summary>Those of one question.</summary>
    public static IEnumerable<WaveTable> TablesOfItem(string wave, SurveyItem item) => wave == WaveNames.HalfTime ? ItemTables.AtHalfTime(item) : ItemTables.AtEnd(item);

    /// <exception cref="ArgumentException">The wave has no such table: what is not listed is not published.</exception>
    public static WaveTable TableOf(string wave, string name, params IEnumerable<SurveyItem> items) =>
        TablesOf(wave, items).FirstOrDefault(table => table.Name == name) ?? throw new ArgumentException($"The wave '{wave}' has no table '{name}'.", nameof(name));
}
