using System.Text.Json.Serialization;

namespace ReverseMentoring.Core.Matching;

/// <summary>What the cohort's manager may decide about matching. Every default is meant to be kept.</summary>
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

    /// <summary>Minutes of a week in which both work.</summary>
    public int MinimumSharedMinutes { get; init; } = 120;

    /// <summary>Common free slots of the session plan, where calendars are known.</summary>
    public int MinimumFreeSlots { get; init; } = 1;

    /// <summary>1…10000. Never 0: a confidential "rather not with" is a score of 0.</summary>
    public int MinimumScore { get; init; } = 1500;

    public bool AllowRepeatedPairs { get; init; }

    /// <summary>Whether closeness or distance of locations is liked.</summary>
    public bool PreferNearby { get; init; } = true;

    public CirclePolicy? Circles { get; init; }

    /// <exception cref="ArgumentException">A value out of its range; the message names it.</exception>
    public MatchingPolicy Checked()
    {
        Require(ReportingDepth >= LeastReportingDepth, nameof(ReportingDepth));
        Require(MinimumScore is >= 1 and <= Scale.Full, nameof(MinimumScore));
        Require(MinimumSharedMinutes is >= 0 and <= 7 * 24 * 60, nameof(MinimumSharedMinutes));
        Require(MinimumFreeSlots >= 0, nameof(MinimumFreeSlots));
        Require(Weights.Values.All(weight => weight is >= 0 and <= 1000), nameof(Weights));
        Circles?.Require();
        return this;
    }

    private static void Require(bool holds, string name)
    {
        if (!holds)
        {
            throw new ArgumentException($"{name} is out of range.", name);
        }
    }
}
