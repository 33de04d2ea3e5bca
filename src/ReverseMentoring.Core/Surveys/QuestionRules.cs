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

    /// <summary>Usual questions in the company's words.</summary>
    public IReadOnlyList<RewordedItem> Reworded { get; init; } = [];

    /// <summary>The same rules with a question in other words, at its place.</summary>
    /// <param name="slug">Of a usual question, or of one of the company's own.</param>
    /// <param name="texts">By language. Of a usual question those that are not ours; none: ours again.</param>
    public QuestionRules Reword(string slug, IReadOnlyDictionary<string, string> texts) => Own.Any(own => own.Item.Slug == slug)
        ? this with { Own = [.. Own.Select(own => own.Item.Slug == slug ? own with { Texts = texts } : own)] }
        : this with { Reworded = [.. Reworded.Where(one => one.Slug != slug), .. texts.Count == 0 ? Array.Empty<RewordedItem>() : [new(slug, texts)]] };
}

/// <summary>A usual question in a company's words: it stands where ours stood and asks the same people, and is another item, compared with no answer to ours.</summary>
/// <param name="Slug">Of the usual question.</param>
/// <param name="Texts">By language tag; a language that is not among them keeps our words.</param>
[KeptWhole]
public sealed record RewordedItem(string Slug, IReadOnlyDictionary<string, string> Texts)
{
    /// <param name="usual">The question as we say it.</param>
    public SurveyItem In(SurveyItem usual) => usual with
    {
        Wording = OwnItem.Digest($"reworded:{Slug}", Texts),
        Texts = usual.Texts.Keys.Union(Texts.Keys).ToDictionary(language => language, language => Texts.TryGetValue(language, out var own) ? own : usual.Texts[language]),
    };
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
        Slug = "own-" + Digest($"item:{Promise}:{Side}", Texts),
        Promise = Promise,
        Side = Side,
        Texts = Texts,
    };

    /// <summary>What texts say, whatever order they stand in.</summary>
    internal static string Digest(string of, IReadOnlyDictionary<string, string> texts) =>
        Names.Digest($"{of}:{string.Join('\n', texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}:{text.Value}"))}");
}
