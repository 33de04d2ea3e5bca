using System.Text.Json.Serialization;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching;

/// <summary>What the cohort's manager may decide about matching. Every default is meant to be kept.</summary>
public sealed record MatchingPolicy
{
    public const int LeastReportingDepth = 2;

    /// <summary>Depth that stands for the whole reporting line up to the top.</summary>
    public const int WholeLine = int.MaxValue;

    private const int MinutesOfAWeek = 7 * 24 * 60;

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

    /// <summary>What is out of its range, each as the field and the range; empty when the policy can be used.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        var known = Criteria.CriteriaCatalogue.All.Select(criterion => criterion.Code).ToArray();
        var checks = new (bool Wrong, string Field, string Problem)[]
        {
            (ReportingDepth < LeastReportingDepth, nameof(ReportingDepth), $"at least {LeastReportingDepth}"),
            (MinimumScore is < 1 or > Scale.Full, nameof(MinimumScore), $"between 1 and {Scale.Full}"),
            (MinimumSharedMinutes is < 0 or > MinutesOfAWeek, nameof(MinimumSharedMinutes), $"between 0 and {MinutesOfAWeek}"),
            (MinimumFreeSlots < 0, nameof(MinimumFreeSlots), "at least 0"),
            (Weights.Values.Any(weight => weight is < 0 or > 1000), nameof(Weights), "between 0 and 1000 each"),
            (Weights.Keys.Except(known).Any(), nameof(Weights), $"by criterion, which are {string.Join(", ", known)}"),
            (Circles?.IsPossible is false, nameof(Circles), $"{CirclePolicy.Fewest} to {CirclePolicy.Most} people, the smallest size first"),
        };
        return checks.Where(check => check.Wrong).Select(check => (check.Field, check.Problem));
    }

    /// <exception cref="ArgumentException">A value out of its range; the message names it.</exception>
    public MatchingPolicy Checked() => Problems().FirstOrDefault() is ({ } field, var problem)
        ? throw new ArgumentException($"{field} is out of range: {problem}.", field)
        : this;
}
