using System.Text.Json.Serialization;
using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Core.Matching.Model;

/// <summary>What the cohort's manager may decide about matching. Every default is meant to be kept.</summary>
[KeptWhole]
public sealed record MatchingPolicy
{
    public const int LeastReportingDepth = 2;

    /// <summary>Depth that stands for the whole reporting line up to the top.</summary>
    public const int WholeLine = int.MaxValue;

    public static MatchingPolicy Default { get; } = new();

    /// <summary>Weight by criterion code, 0 switches it off; a criterion not named here keeps its default weight.</summary>
    public IReadOnlyDictionary<string, int> Weights { get; init; } = new Dictionary<string, int>();

    /// <summary>Steps of the reporting line, up and down, within which nobody is paired; never under 2.</summary>
    public int ReportingDepth { get; init; } = LeastReportingDepth;

    /// <summary>Levels that the mentee must stand above the mentor at least; null asks for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? MinimumLevelGap { get; init; } = 0;

    public bool RequireSharedLanguage { get; init; } = true;

    /// <summary>Minutes of a week in which both work, at stretches as long as a session; 0 asks for nothing.</summary>
    public int MinimumSharedMinutes { get; init; } = 120;

    /// <summary>
    /// Quarters of an hour in the weeks after the matching at which both could begin a session, where calendars are known.
    /// </summary>
    public int MinimumFreeSlots { get; init; } = 1;

    /// <summary>1…10000.</summary>
    public int MinimumScore { get; init; } = 1500;

    public bool AllowRepeatedPairs { get; init; }

    /// <summary>Whether closeness or distance of locations is liked.</summary>
    public bool PreferNearby { get; init; } = true;

    public CirclePolicy? Circles { get; init; }
}
