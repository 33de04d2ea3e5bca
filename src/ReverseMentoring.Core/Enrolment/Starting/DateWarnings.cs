using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Which days are planned around, and which are perhaps forgotten.</summary>
internal static class DateWarnings
{
    private const string NameThem = "Name the weeks in which the company is closed, or say that it never is.";

    private static readonly int[] Summer = [7, 8];

    public static void Add(CohortPlan plan, Findings findings)
    {
        var (settings, days) = (plan.Settings, plan.Days);
        AddFirstDay(settings, days, findings);
        AddErasure(settings, findings);
        if (settings.Closed is not null)
        {
            return;
        }

        var last = settings.Start.AddDays(PhaseCatalogue.WithLength.Sum(phase => phase.Length!(settings.Phases)) + SeriesLength.LikelyDaysOf(settings));
        foreach (var weeks in days.ClosedIn(settings.Start, last))
        {
            findings.Warn("closed", $"Nothing is planned from {weeks.First} to {weeks.Last}.", NameThem);
        }

        if (Enumerable.Range(0, last.DayNumber - settings.Start.DayNumber).Select(settings.Start.AddDays).Any(day => Summer.Contains(day.Month)))
        {
            findings.Warn("sessions", "The programme runs through the summer, and no closed weeks are named.", NameThem);
        }
    }

    /// <summary>People can't look anything up any more on the day after the report.</summary>
    public static void AddErasure(CohortSettings settings, Findings findings)
    {
        if (settings.RetentionDays == 0)
        {
            findings.Warn(
                "retentionDays", "All personal data is erased at the end of the day on which the report is written.",
                "Give people some days to see their data and to download their certificate, unless you want it so.");
        }
    }

    /// <summary>The first day is no working day.</summary>
    public static void AddFirstDay(CohortSettings settings, WorkingDays days, Findings findings)
    {
        if (days.OnOrAfter(settings.Start) is var first && first != settings.Start)
        {
            findings.Warn("start", WhyNot(settings.Start, days, first), $"A better day is {FirstDays.Propose(settings.Start, days, settings.Phases)}.");
        }
    }

    private static MessageTemplate WhyNot(DateOnly start, WorkingDays days, DateOnly first)
    {
        if (start.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return $"The first day lies on a weekend: the first mails go on {first}.";
        }

        if (days.IsClosed(start))
        {
            return $"The company is closed on the first day: the first mails go on {first}.";
        }

        return $"The first day is a public holiday of some: the first mails go on {first}.";
    }
}
