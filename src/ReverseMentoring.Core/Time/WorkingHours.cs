using System.Text.Json.Serialization;
using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Core.Time;

/// <summary>When on a day somebody works, in local time; <paramref name="End"/> 00:00 means midnight at its end.</summary>
public readonly record struct DayHours(DayOfWeek Day, TimeOnly Start, TimeOnly End);

/// <summary>A working week in local time. The zone belongs to the person, so that a move keeps the hours.</summary>
[KeptWhole]
public sealed record WorkingHours
{
    /// <summary>Monday to Friday, nine to five: what is assumed of people who have said nothing.</summary>
    public static WorkingHours Usual { get; } = EveryWeekday(new(9, 0), new(17, 0));

    [JsonConstructor]
    public WorkingHours(IReadOnlyList<DayHours> days) => Days = days;

    /// <summary>How early and how late somebody meets who would for a partner far away.</summary>
    public static readonly TimeOnly Earliest = new(7, 0), Latest = new(20, 0);

    public IReadOnlyList<DayHours> Days { get; init; }

    /// <summary>For a partner far away also from <see cref="Earliest"/> on.</summary>
    public bool AlsoEarly { get; init; }

    /// <summary>For a partner far away also until <see cref="Latest"/>.</summary>
    public bool AlsoLate { get; init; }

    /// <summary>With what is said of a partner far away, on the days that are worked.</summary>
    [JsonIgnore]
    public WorkingHours Wider => !AlsoEarly && !AlsoLate ? this : new(
    [
        .. Days.GroupBy(hours => hours.Day).SelectMany(day =>
        {
            DayHours[] parts = [.. day.OrderBy(part => part.Start)];
            var (first, last) = (parts[0], parts[^1]);
            parts[0] = first with { Start = AlsoEarly && Earliest < first.Start ? Earliest : first.Start };
            parts[^1] = parts[^1] with { End = AlsoLate && last.End > last.Start && last.End < Latest ? Latest : last.End };
            return parts;
        }),
    ]);

    public static WorkingHours EveryWeekday(TimeOnly start, TimeOnly end) =>
        new([.. Enumerable.Range((int)DayOfWeek.Monday, 5).Select(day => new DayHours((DayOfWeek)day, start, end))]);

    /// <summary>The working time on one local date, as real time in <paramref name="zone"/>, in order.</summary>
    public IEnumerable<Interval> On(DateOnly date, Zone zone)
    {
        foreach (var hours in Days.Where(hours => hours.Day == date.DayOfWeek).OrderBy(hours => hours.Start))
        {
            var endDate = hours.End > hours.Start ? date : date.AddDays(1);
            var interval = new Interval(zone.At(date, hours.Start), zone.At(endDate, hours.End));
            if (interval.Start < interval.End)
            {
                yield return interval;
            }
        }
    }

    public bool Equals(WorkingHours? other) => other is not null && Days.SequenceEqual(other.Days) && (AlsoEarly, AlsoLate) == (other.AlsoEarly, other.AlsoLate);

    public override int GetHashCode() => Days.Aggregate(HashCode.Combine(AlsoEarly, AlsoLate), HashCode.Combine);
}
