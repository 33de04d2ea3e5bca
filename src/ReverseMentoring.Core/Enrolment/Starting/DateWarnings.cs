using System.Globalization;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Which days are planned around, and which are perhaps forgotten.</summary>
internal static class DateWarnings
{
    private const string NameThem = "Name the weeks in which the company is closed as 'closed', or an empty list if it never is.";

    private static readonly int[] Summer = [7, 8];

    public static void Add(CohortSettings settings, Findings findings)
    {
        var days = new WorkingDays(settings.Closed, []);
        var first = days.OnOrAfter(settings.Start);
        if (first != settings.Start)
        {
            findings.Warn("start", $"The first day is no working day: the first mails go on {Text(first)}.", "Name that day, if you like.");
        }

        if (settings.Closed is not null)
        {
            return;
        }

        var last = settings.Start.AddDays(PhaseCatalogue.WithLength.Sum(phase => phase.Length!(settings.Phases)) + SeriesLength.LikelyDaysOf(settings));
        foreach (var weeks in days.ClosedIn(settings.Start, last))
        {
            findings.Warn("closed", $"Nothing is planned from {Text(weeks.First)} to {Text(weeks.Last)}.", NameThem);
        }

        if (Enumerable.Range(0, last.DayNumber - settings.Start.DayNumber).Select(settings.Start.AddDays).Any(day => Summer.Contains(day.Month)))
        {
            findings.Warn("sessions", "The programme runs through the summer, and no closed weeks are named.", NameThem);
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
