using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Looks whether phases, reminders, sessions and closed weeks have days that make sense by themselves.</summary>
internal sealed class DaysCheck(CohortRequest request, Findings findings)
{
    /// <summary>In days.</summary>
    private const int LongestClosed = 60;

    private const int MostClosed = 20;

    /// <summary>A little below what the session planner can search.</summary>
    private const int LongestSeries = 770;

    public void Check()
    {
        CheckPhases();
        CheckReminders();
        CheckClosed();
        CheckSessions();
        findings.Between("retentionDays", request.RetentionDays, 0, 3650);
    }

    private void CheckPhases()
    {
        foreach (var phase in PhaseCatalogue.WithLength)
        {
            findings.Between("phases." + phase.Setting, phase.Length!(request.Phases), 1, 90);
        }

        findings.Between("turnout.extendDays", request.Turnout.ExtendDays, 0, 30);
        findings.Between("confirmationRounds", request.ConfirmationRounds, 0, 5);
        if (request.Turnout.Minimum is not (>= 0 and <= 1))
        {
            findings.Error("turnout.minimum", "The share is out of range.", "Use a share from 0 to 1: 0.5 is one half.");
        }
    }

    private void CheckReminders()
    {
        for (var index = 0; index < request.Reminders.Count; index++)
        {
            findings.Between($"reminders[{index}]", request.Reminders[index], 0, 30);
        }

        if (request.Reminders.Count > 5 || request.Reminders.Distinct().Count() < request.Reminders.Count)
        {
            findings.Error("reminders", "There are more than five reminders, or two on one day.", "Name up to five different days before the deadline.");
        }
    }

    private void CheckClosed()
    {
        for (var index = 0; index < request.Closed?.Count; index++)
        {
            var weeks = request.Closed[index];
            if (weeks.Last < weeks.First || weeks.Last.DayNumber - weeks.First.DayNumber >= LongestClosed)
            {
                findings.Error($"closed[{index}]", "The closed weeks end before they begin, or are too long.", $"Give the first and the last day, at most {LongestClosed} days.");
            }
        }

        if (request.Closed?.Count > MostClosed)
        {
            findings.Error("closed", "There are too many closed weeks.", $"Name up to {MostClosed}.");
        }
    }

    /// <summary>The plan has no dates yet: those are set when a pair starts.</summary>
    private void CheckSessions()
    {
        findings.OutOfRange("sessions", request.Sessions.Problems().Where(found => found.Field is not nameof(request.Sessions.EarliestStart)));
        findings.Between("rebookingDays", request.RebookingDays, 1, 60);
        if (request.Sessions.Preferred.Count > 10)
        {
            findings.Error("sessions.preferred", "There are too many parts of the day.", "Name up to ten.");
        }

        if ((long)request.Sessions.Sessions * request.Sessions.MaximumDays > LongestSeries)
        {
            findings.Error("sessions.maximumDays", "The series may last too long.", $"Sessions times the longest distance must be at most {LongestSeries} days.");
        }
    }
}
