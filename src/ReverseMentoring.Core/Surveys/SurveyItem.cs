using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Surveys;

/// <summary>Who is asked.</summary>
public enum AskedSide
{
    Both,
    Mentors,
    Mentees,
}

/// <summary>When an item is asked.</summary>
public enum SurveyMoment
{
    /// <summary>With offers and wishes, before anybody has met.</summary>
    Start,
    HalfTime,
    End,
}

/// <summary>What an item is answered by.</summary>
public enum ItemScale
{
    /// <summary>1, not at all true, to 5, completely true.</summary>
    Agreement,

    /// <summary>0, never, to 10, surely: shown as a net promoter score.</summary>
    Recommendation,
}

/// <summary>One question of the survey, as data. What is worded anew is a new version, and so another item.</summary>
[KeptWhole]
public sealed record SurveyItem
{
    /// <summary>What it is called in rows, files and cohorts' settings: it never changes.</summary>
    public required string Slug { get; init; }

    /// <summary>From 1 on.</summary>
    public int Version { get; init; } = 1;

    /// <summary>A digest of a company's own words, where it has said ours in these; null: the words are ours.</summary>
    public string? Wording { get; init; }

    public required Promise Promise { get; init; }

    public required AskedSide Side { get; init; }

    public ItemScale Scale { get; init; }

    public IReadOnlyList<SurveyMoment> Moments { get; init; } = [SurveyMoment.Start, SurveyMoment.HalfTime, SurveyMoment.End];

    /// <summary>At the end people are also asked what they would have said at the start, looking back.</summary>
    public bool LooksBack { get; init; }

    /// <summary>The words, by language tag.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    public ItemId Id => new(Wording is null ? $"{Slug}.{Version}" : $"{Slug}.{Version}.{Wording}");

    public int Lowest => Scale is ItemScale.Recommendation ? 0 : 1;

    public int Highest => Scale is ItemScale.Recommendation ? 10 : 5;

    /// <summary>Whether there is a start to compare the end with.</summary>
    public bool IsCompared => Moments.Contains(SurveyMoment.Start) && Moments.Contains(SurveyMoment.End);

    public bool IsFor(Role role) => Side switch
    {
        AskedSide.Mentors => role is Role.Mentor,
        AskedSide.Mentees => role is Role.Mentee,
        _ => role is not Role.None,
    };

    /// <param name="languages">Tags, the most wanted first. Where none of them is written, English is, or whatever there is.</param>
    public string TextIn(params ReadOnlySpan<string> languages)
    {
        foreach (var language in languages)
        {
            if (Texts.TryGetValue(language, out var text))
            {
                return text;
            }
        }

        return Texts.TryGetValue("en", out var english) ? english : Texts.OrderBy(text => text.Key, StringComparer.Ordinal).First().Value;
    }
}
