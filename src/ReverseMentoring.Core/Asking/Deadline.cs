using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Asking;

/// <summary>Until when somebody may answer, and when they are reminded: counted from the sending of their own invitation.</summary>
public readonly record struct Deadline(Cohort Cohort, DateTimeOffset Sent, int Days)
{
    /// <summary>A reminder comes before the day's work begins, on the cohort's clock.</summary>
    private static readonly TimeOnly InTheMorning = new(8, 0);

    private DateOnly LastDay => Cohort.Zone.DateAt(Sent).AddDays(Days);

    /// <summary>The end of the last day in the cohort's zone.</summary>
    public DateTimeOffset End => Cohort.EndOfDay(Sent, Days);

    /// <summary>In order of time. What would be due at a weekend comes on the Friday before.</summary>
    public IEnumerable<DateTimeOffset> Reminders
    {
        get
        {
            var (last, zone) = (LastDay, Cohort.Zone);
            return Cohort.Settings.Reminders.OrderDescending().Select(before => Weekday(last.AddDays(-before))).Distinct().Select(day => zone.At(day, InTheMorning));
        }
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };
}
