using System.Text.Json.Serialization;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Statistics;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>Figures that belong together, as they were published.</summary>
/// <param name="Name">One of <see cref="Waves.WaveCatalogue"/>.</param>
public sealed record PublishedTable(string Name, IReadOnlyList<PublishedFigure> Figures)
{
    /// <returns>Null where nobody was asked.</returns>
    public PublishedFigure? Find(string cell) => Figures.FirstOrDefault(figure => figure.Cell == cell);
}

/// <param name="Cell">Of whom: <see cref="Cells"/>, a phase, a rule, a topic's id.</param>
/// <param name="State">Whether it is shown.</param>
/// <param name="Value">A rounded mean, or a count; null where it is not shown.</param>
/// <param name="Least">How many people it takes for this figure.</param>
/// <param name="Of">Of a count, of how many where everybody knows that; else null.</param>
/// <param name="Title">What a topic is called; else null.</param>
public sealed record PublishedFigure(string Cell, FigureState State, double? Value, int Least, int? Of = null, string? Title = null)
{
    /// <summary>Where the true figure lies with 95 % confidence; null where that is not worked out.</summary>
    public PublishedInterval? Interval { get; init; }

    /// <summary>What a change may be called, among all that were published with it; null for other figures.</summary>
    [JsonConverter(typeof(ChangeWordConverter))]
    public ChangeWord? Word { get; init; }
}

/// <summary>Both ends belong to it.</summary>
[KeptWhole]
public sealed record PublishedInterval(double Low, double High);

/// <summary>Of whom a figure is, where both sides are asked the same.</summary>
public static class Cells
{
    public const string All = "all";
    public const string Mentors = "mentors";
    public const string Mentees = "mentees";

    public static string Of(Role side) => side is Role.Mentor ? Mentors : Mentees;
}
