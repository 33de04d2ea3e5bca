using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>A cohort as it was started. What happens to it is in <see cref="Programme.CycleState"/>.</summary>
[Kept(Rows.Cohort, KeptFor.Steering, ReadBy.Manager, KeptUntil.Stays)]
public sealed record Cohort(CohortId Id, CohortSettings Settings, DateTimeOffset CreatedAt)
{
    /// <summary>People meet in circles and not in pairs.</summary>
    public bool HasCircles => Settings.Matching.Circles is not null;

    /// <summary>Of how many people what is shown of their answers is at least: never fewer than <see cref="GroupSizes.Least"/>, whatever a row says.</summary>
    public int MinimumGroup => Math.Max(Settings.MinimumGroup, GroupSizes.Least);

    public Zone Zone => Zone.Find(Settings.TimeZone);

    /// <summary>Public holidays of its people: all that are known or were uploaded.</summary>
    public IReadOnlyList<DateRange> Holidays { get; init; } = [];

    public WorkingDays Days => new(Settings.Closed, Holidays);

    /// <summary>The end of the working day that lies so many days after a moment: where a deadline lies.</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset from, int days)
    {
        var zone = Zone;
        return zone.EndOf(Days.Last(zone.DateAt(from), days));
    }

    /// <summary>
    /// When personal data that is kept from a moment on is erased: so many days of the calendar later, at the day's end. Nobody works
    /// for it, so that closed weeks and weekends put nothing off.
    /// </summary>
    public DateTimeOffset ErasedAfter(DateTimeOffset from)
    {
        var zone = Zone;
        return zone.EndOf(zone.DateAt(from).AddDays(Settings.RetentionDays));
    }

    /// <summary>Something that ends then ends with a day.</summary>
    public bool IsEndOfDay(DateTimeOffset end) => Zone.Local(end).TimeOfDay == TimeSpan.Zero;

    /// <summary>On which day something has ended: what ends with a day ends on it, and not at the midnight after, nor on a day off that went by before the next phase began.</summary>
    public DateTimeOffset DayOfEnd(DateTimeOffset end)
    {
        var zone = Zone;
        return IsEndOfDay(end) ? zone.At(Days.OnOrBefore(zone.DateAt(end.AddMinutes(-1))), TimeOnly.MinValue) : end;
    }

    /// <summary>The moment itself where it lies on a working day of the cohort, else the morning of the next.</summary>
    public DateTimeOffset OnWorkday(DateTimeOffset moment)
    {
        var (zone, days) = (Zone, Days);
        var today = zone.DateAt(moment);
        return days.IsWorkday(today) ? moment : zone.At(days.OnOrAfter(today), WorkingDays.Morning);
    }
}
