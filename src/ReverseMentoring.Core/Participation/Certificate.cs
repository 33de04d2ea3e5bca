using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>What somebody may show of having taken part to the end, as continuing education.</summary>
/// <param name="Name">As the cohort knows it.</param>
/// <param name="Programme">The cohort's name.</param>
/// <param name="Role">Their part.</param>
/// <param name="Sessions">Held, and with them.</param>
/// <param name="Minutes">Of these sessions.</param>
/// <param name="From">The day of the first.</param>
/// <param name="To">The day of the last.</param>
public sealed record Certificate(string Name, string Programme, Role Role, int Sessions, int Minutes, DateOnly From, DateOnly To)
{
    /// <summary>What they were about.</summary>
    public IReadOnlyList<TopicId> Topics { get; init; } = [];

    /// <summary>Whose programme it was; null: the cohort doesn't say.</summary>
    public string? Company { get; init; }
}
