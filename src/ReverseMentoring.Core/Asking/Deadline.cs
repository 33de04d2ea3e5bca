using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Asking;

/// <summary>Until when somebody may answer, and when they are reminded: counted from the sending of their own invitation.</summary>
public readonly record struct Deadline(Cohort Cohort, DateTimeOffset Sent, int Days)
{
    /// <summary>A reminder comes before the day's work begins, on the cohort's clock.</summary>
    private static readonly TimeOnly InTheMorning = new(8, 0);

    private DateOnly LastDay => Cohort.Days.Last(Cohort.Zone.DateAt(Sent), Days);

    /// <summary>The end of the last day in the cohort's zone.</summary>
    public DateTimeOffset End => Cohort.EndOfDay(Sent, Days);

    /// <summary>In order of time. What would be due on a day off comes on the working day before.</summary>
    public IEnumerable<DateTimeOffset> Reminders
    {
        get
        {
            var (last, zone, days) = (LastDay, Cohort.Zone, Cohort.Days);
            return Cohort.Settings.Reminders.OrderDescending().Select(before => days.OnOrBefore(last.AddDays(-before))).Distinct().Select(day => zone.At(day, InTheMorning));
        }
    }
}
