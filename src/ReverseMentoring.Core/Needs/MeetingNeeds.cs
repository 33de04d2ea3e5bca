using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Needs;

/// <summary>What is seen of a pair or circle by the clock alone.</summary>
internal static class MeetingNeeds
{
    private static readonly TimeSpan Silence = TimeSpan.FromDays(35);

    /// <summary>How many times its usual distance two of its sessions may lie apart.</summary>
    private const double Apart = 1.5;

    private const int InARow = 2;

    /// <summary>Found after the review, so that no manager has seen it before the two were asked.</summary>
    public static bool HasNothingInCommon(NeedFacts facts, Meeting meeting) =>
        facts.Runs && !facts.IsIn(PhaseNames.Review) && meeting is { HasNothingToTeach: true, Status: MeetingStatus.Proposed, Round: > 1 } && meeting.People.All(facts.Standing.TakesPart);

    /// <summary>Twice in a row a session lost its time, be it one or two. What its process notes says more, where it has noted anything.</summary>
    public static bool HasFallenTwice(NeedFacts facts, Meeting meeting) =>
        meeting is { Status: MeetingStatus.Running, Attention: null or Attention.FewerSessions } && meeting.FallsInARow >= InARow;

    /// <summary>No session for five weeks, and none planned, or one much later than its people meet else.</summary>
    public static bool IsSilent(NeedFacts facts, Meeting meeting)
    {
        if (meeting is not { Status: MeetingStatus.Running, StartedAt: { } started } || meeting.NeedsAttention || HasFallenTwice(facts, meeting))
        {
            return false;
        }

        var timed = facts.SessionsOf(meeting).Where(session => session is { Status: not SessionStatus.Missed, UnscheduledAt: null }).ToArray();
        var last = timed.Where(session => session.Time.End <= facts.Now).Max(session => (DateTimeOffset?)session.Time.End) ?? started;
        var next = timed.Where(session => session.Time.End > facts.Now).Min(session => (DateTimeOffset?)session.Time.Start);
        var usual = meeting.IdealDays ?? facts.Cohort.Settings.Sessions.IdealDays;
        return facts.Now - last >= Silence && (next is null || next - last > TimeSpan.FromDays(usual * Apart));
    }
}
