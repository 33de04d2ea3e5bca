using System.Text.Json.Serialization;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>What a cohort says about the next one, from what was published of it and nothing else.</summary>
/// <param name="Code">What is to be done: its words stand with the pages' texts.</param>
[Tells(Told.Aggregate)]
public sealed record Suggestion(string Code)
{
    /// <summary>How many people, pairs or sessions say so; null: it is not about a number.</summary>
    public double? Count { get; init; }

    /// <summary>Of how many; null: nobody is to know, or there is no such number.</summary>
    public double? Of { get; init; }

    /// <summary>Fewer than so many people; null: it is not about those who are few.</summary>
    [JsonIgnore]
    public int? Fewer { get; init; }

    /// <summary>The number is a mean on a scale, of which <see cref="Of"/> is the highest, and no count.</summary>
    [JsonIgnore]
    public bool IsMean { get; init; }

    /// <summary>Of a topic its title, of a rule its code.</summary>
    public string? About { get; init; }

    /// <summary>The topic that it is about.</summary>
    public TopicId? Topic { get; init; }

    /// <summary>What became of the questions that it is about.</summary>
    [JsonIgnore]
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>The promises that it is about.</summary>
    public IReadOnlyList<Promise> Promises { get; init; } = [];
}
