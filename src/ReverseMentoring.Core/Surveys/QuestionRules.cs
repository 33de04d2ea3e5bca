using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Surveys;

/// <summary>How a cohort's survey differs from the usual one.</summary>
[Kept("questions", KeptFor.Steering, ReadBy.Manager, KeptUntil.Stays)]
public sealed record QuestionRules
{
    /// <summary>More for one side takes people longer than two minutes.</summary>
    public const int MostForOneSide = 10;

    /// <summary>Slugs of usual questions that are not asked.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The company's own questions, asked at the start, at half-time and at the end, 1 to 5.</summary>
    public IReadOnlyList<OwnItem> Own { get; init; } = [];
}

/// <summary>A question in a company's own words.</summary>
/// <param name="Promise">What it measures.</param>
/// <param name="Side">Who is asked.</param>
/// <param name="Texts">A statement in the first person, by language tag; readers of other languages get English, or the first there is.</param>
[KeptWhole]
public sealed record OwnItem(Promise Promise, AskedSide Side, IReadOnlyDictionary<string, string> Texts)
{
    public const int Shortest = 5;
    public const int Longest = 160;

    /// <summary>Its slug follows from what it says: worded anew it is another item by itself, and the same words in two cohorts are one.</summary>
    public SurveyItem Item => new()
    {
        Slug = "own-" + Names.Digest($"item:{Promise}:{Side}:{string.Join('\n', Texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}:{text.Value}"))}"),
        Promise = Promise,
        Side = Side,
        Texts = Texts,
    };
}
