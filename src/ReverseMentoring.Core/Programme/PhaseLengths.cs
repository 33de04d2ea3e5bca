namespace ReverseMentoring.Core.Programme;

/// <summary>Days that people have to answer, counted from their own invitation.</summary>
public sealed record PhaseLengths
{
    public int CallForTopics { get; init; } = 7;

    public int OffersAndWishes { get; init; } = 10;

    public int Review { get; init; } = 5;

    public int Confirmation { get; init; } = 5;

    public int Feedback { get; init; } = 10;
}
