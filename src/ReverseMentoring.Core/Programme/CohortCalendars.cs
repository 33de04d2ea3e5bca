using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Core.Programme;

/// <summary>Which calendars there are for a cohort on this host.</summary>
/// <param name="calendar">Null where the host reaches none.</param>
public sealed class CohortCalendars(ICalendar? calendar = null)
{
    public bool IsReached => calendar is not null;

    /// <summary>Null where the cohort's sessions live in mails only.</summary>
    public ICalendar? CalendarOf(Cohort cohort) => cohort.Settings.Calendar.IsReached ? calendar : null;
}
