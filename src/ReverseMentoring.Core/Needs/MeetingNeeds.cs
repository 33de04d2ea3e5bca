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

    /// <summary>No session for five weeks, and none planned, or one much later than its people meet else. Of those who have yet to begin it is told otherwise.</summary>
    public static bool IsSilent(NeedFacts facts, Meeting meeting)
    {
        if (meeting is not { Status: MeetingStatus.Running, StartedAt: { } started } || meeting.NeedsAttention || HasFallenTwice(facts, meeting))
        {
            return false;
        }

        var (last, next) = Around(facts, meeting);
        var usual = meeting.IdealDays ?? facts.Cohort.Settings.Sessions.IdealDays;
        return facts.Now - (last ?? started) >= Silence && (next is null || (last is not null && next - last > TimeSpan.FromDays(usual * Apart)));
    }

    /// <summary>They have yet to begin, and do so more than five weeks after they were brought together.</summary>
    public static bool BeginsLate(NeedFacts facts, Meeting meeting) =>
        meeting is { Status: MeetingStatus.Running, StartedAt: { } started } && !meeting.NeedsAttention && !HasFallenTwice(facts, meeting)
        && Around(facts, meeting) is (null, { } first) && first - started > Silence;

    /// <summary>When the first session of those is that begin late; null in works council mode, too, where nobody is told when a pair meets.</summary>
    public static DateTimeOffset? FirstOfLate(NeedFacts facts) => facts.Cohort.Settings.WorksCouncil ? null : facts.Meetings.Where(meeting => BeginsLate(facts, meeting)).Min(meeting => Around(facts, meeting).Next);

    private static (DateTimeOffset? Last, DateTimeOffset? Next) Around(NeedFacts facts, Meeting meeting)
    {
        var timed = facts.SessionsOf(meeting).Where(session => session is { Status: not SessionStatus.Missed, UnscheduledAt: null }).ToArray();
        return (
            timed.Where(session => session.Time.End <= facts.Now).Max(session => (DateTimeOffset?)session.Time.End),
            timed.Where(session => session.Time.End > facts.Now).Min(session => (DateTimeOffset?)session.Time.Start));
    }
}
