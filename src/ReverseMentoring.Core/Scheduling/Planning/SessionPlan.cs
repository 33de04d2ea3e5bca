using System.Text.Json.Serialization;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>A stretch of the day on somebody's own clock; <paramref name="End"/> 00:00 means midnight at its end.</summary>
public readonly record struct DayPart(TimeOnly Start, TimeOnly End);

/// <summary>What a cohort asks of a pair's sessions. Dates are on the clock that the series keeps.</summary>
public sealed record SessionPlan
{
    public int Sessions { get; init; } = 6;

    /// <summary>Length of a session.</summary>
    public int Minutes { get; init; } = 50;

    /// <summary>Wished distance from one session to the next.</summary>
    public int IdealDays { get; init; } = 30;

    /// <summary>Least distance, at least seven, so that one pair never meets twice in a week.</summary>
    public int MinimumDays { get; init; } = 21;

    public int MaximumDays { get; init; } = 45;

    /// <summary>Least distance to its neighbours for a session that is booked again.</summary>
    public int MinimumDaysAfterRebooking { get; init; } = 5;

    /// <summary>Set for each series; a cohort's own plan has no dates, in rows and requests neither.</summary>
    [JsonIgnore]
    public DateOnly EarliestStart { get; init; }

    /// <summary>The last day on which a session may lie.</summary>
    [JsonIgnore]
    public DateOnly LatestEnd { get; init; }

    /// <summary>Sessions start at multiples of this after midnight.</summary>
    public int RasterMinutes { get; init; } = 30;

    /// <summary>Times of day that people like, each on their own clock. A session in one of them burdens nobody.</summary>
    public IReadOnlyList<DayPart> Preferred { get; init; } =
        [new(new(9, 0), new(12, 0)), new(new(13, 0), new(17, 0))];

    /// <summary>How many sessions one person has at most from Monday to Sunday, all pairs and cohorts counted.</summary>
    public int WeeklyLimit { get; init; } = 2;

    public SeriesWeights Weights { get; init; } = new();

    /// <summary>What is wrong with the plan, each as the field and how to mend it; empty when it can be used.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        var checks = new (bool Wrong, string Field, string Problem)[]
        {
            (Sessions is < 1 or > 60, nameof(Sessions), "between 1 and 60"),
            (Minutes is < 5 or > 480, nameof(Minutes), "between 5 and 480"),
            (MinimumDays < 7, nameof(MinimumDays), "at least 7"),
            (MaximumDays < MinimumDays, nameof(MaximumDays), "at least the minimum distance"),
            (IdealDays < MinimumDays || IdealDays > MaximumDays, nameof(IdealDays), "between minimum and maximum"),
            (MinimumDaysAfterRebooking is < 1, nameof(MinimumDaysAfterRebooking), "at least 1"),
            (EarliestStart == default, nameof(EarliestStart), "a date is needed"),
            (LatestEnd < EarliestStart, nameof(LatestEnd), "not before the earliest start"),
            (LatestEnd.DayNumber - EarliestStart.DayNumber > 800, nameof(LatestEnd), "at most 800 days after the start"),
            (RasterMinutes is < 5 or > 60 || 60 % RasterMinutes != 0, nameof(RasterMinutes), "5 to 60 and a part of an hour"),
            (WeeklyLimit < 1, nameof(WeeklyLimit), "at least 1"),
            (Preferred.Any(part => part.Length() < Minutes), nameof(Preferred), "each at least as long as a session"),
        };
        return checks.Where(check => check.Wrong).Select(check => (check.Field, check.Problem));
    }
}

internal static class DayParts
{
    public static int StartMinute(this DayPart part) => (part.Start.Hour * 60) + part.Start.Minute;

    public static int EndMinute(this DayPart part) =>
        part.End == TimeOnly.MinValue ? 24 * 60 : (part.End.Hour * 60) + part.End.Minute;

    public static int Length(this DayPart part) => part.EndMinute() - part.StartMinute();
}
