using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>What waits for the manager, or goes otherwise than it should.</summary>
internal static class Attentions
{
    public static IEnumerable<Attention> Collect(
        StandingCohort cohort, AskFigures asked, IReadOnlyList<Meeting> meetings, int failedMails)
    {
        var (state, here) = (cohort.State, CohortLinks.LinksTo(cohort.Id));
        if (state.Status is CycleStatus.Paused)
        {
            yield return new("paused", "The cohort is paused and waits to be resumed.", new(here + "/resume", "POST"));
        }

        if (state.Phase == PhaseNames.Review && state.Status is CycleStatus.Running)
        {
            yield return cohort.Cohort.HasCircles
                ? new("review", "The circles wait to be looked at and approved.", new(here + "/circles"))
                : new("review", "The pairs wait to be looked at and approved.", new(here + "/pairs"));
        }

        if (state.ExtendedForTurnout)
        {
            yield return new("turnout", "Too few answered in time: the phase was extended by itself.", new(here + "/people"));
        }

        if (asked.Unsent > 0)
        {
            yield return new("mail-quota", $"{asked.Unsent} invitations of this phase wait for their turn to be sent.", new(here));
        }

        if (failedMails > 0)
        {
            yield return new("mails-failed", $"{failedMails} mails came back, were refused, or have an unknown fate.", new(here + "/mails"));
        }

        foreach (var meeting in meetings.Where(meeting => meeting.NeedsAttention))
        {
            yield return meeting.Kind is MeetingKind.Pair
                ? new("pair", meeting.Attention!, new($"{here}/pairs/{meeting.Id}"))
                : new("circle", meeting.Attention!, new($"{here}/circles/{meeting.Id}"));
        }
    }
}
