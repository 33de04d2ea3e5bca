using System.Text.Json.Serialization;

namespace ReverseMentoring.Core.Surveys;

/// <summary>Goals to choose from. A word stands in cohorts' settings, so it never changes.</summary>
public enum GoalKind
{
    /// <summary>Leaders learn what they lack.</summary>
    Skills,

    /// <summary>Generations and levels understand and trust each other.</summary>
    Bridges,

    /// <summary>Juniors are heard, and leaders listen.</summary>
    Voice,

    /// <summary>People stay, because they belong and know whom to turn to.</summary>
    Stay,
}

/// <summary>Why a company does this and what is to be different then: one that is chosen, or in the company's own words.</summary>
public sealed record CohortGoal
{
    public const int Longest = 300;

    /// <summary>One of those there are; null: the company's own.</summary>
    public GoalKind? Chosen { get; init; }

    /// <summary>Why we do this, in the company's words, which go before those of the one that is chosen.</summary>
    public string? Why { get; init; }

    /// <summary>What is to be different, in the company's words.</summary>
    public string? Different { get; init; }

    /// <summary>By which promises it is measured; left out, by those of the one that is chosen.</summary>
    public IReadOnlyList<Promise>? MeasuredBy { get; init; }

    /// <summary>By which promises it is measured: none where nobody has said so. It follows from the others, and is no setting.</summary>
    [JsonIgnore]
    public IReadOnlyList<Promise> Promises => MeasuredBy ?? Chosen switch
    {
        GoalKind.Skills => [Promise.Skill, Promise.Confidence],
        GoalKind.Bridges => [Promise.Understanding, Promise.Trust, Promise.Access],
        GoalKind.Voice => [Promise.Voice, Promise.Openness],
        GoalKind.Stay => [Promise.Stay, Promise.Belonging, Promise.Access],
        _ => [],
    };
}
