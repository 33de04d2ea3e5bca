using System.Text.Json.Serialization;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>The same hour of the same weekday, every so many weeks: "every other Thursday, 12:30".</summary>
/// <param name="Weeks">From one session to the next, one of <see cref="Choices"/>.</param>
/// <param name="First">The first day of it, no Saturday or Sunday.</param>
/// <param name="At">When a session begins.</param>
/// <param name="Zone">IANA id of the clock that it keeps.</param>
[KeptWhole]
public sealed record FixedRhythm(int Weeks, DateOnly First, TimeOnly At, string Zone)
{
    /// <summary>From every other week on: six sessions that came each week would be over in six weeks.</summary>
    public static IReadOnlyList<int> Choices { get; } = [2, 3, 4];

    [JsonIgnore]
    public bool IsPossible => Choices.Contains(Weeks) && First.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The times of it, in order, up to a last day.</summary>
    public IEnumerable<Interval> Until(DateOnly last, int minutes)
    {
        var zone = Core.Time.Zone.Find(Zone);
        for (var day = First; day <= last; day = day.AddDays(7 * Weeks))
        {
            var start = zone.At(day, At);
            yield return new(start, start.AddMinutes(minutes));
        }
    }
}
