using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <summary>How many pairs there are, and how good these are, without what is proposed beside them.</summary>
/// <param name="Pairs">As on the overview.</param>
/// <param name="Beside">What is proposed beside them, in words; null: nothing is.</param>
/// <param name="All">With what is proposed.</param>
/// <param name="Worst">Of those that show a score, 0 to 10000; null: none does.</param>
/// <param name="Mean">The same.</param>
public sealed record PairScores(int Pairs, string? Beside, int All, int? Worst, int? Mean)
{
    internal static PairScores Of(CohortContext context, CohortStanding standing, IEnumerable<Meeting> meetings)
    {
        var beside = context.ProposedBeside(standing);
        int[] scores =
        [
            .. meetings.Where(meeting => meeting.ToldStatus is MeetingStatus.Running or MeetingStatus.Completed || (beside is null && meeting.Status is MeetingStatus.Draft or MeetingStatus.Proposed))
                .Select(meeting => meeting.Score).OfType<int>(),
        ];
        return new(
            context.PairsOf(standing), beside, standing.Meetings.Current,
            scores.Length > 0 ? scores.Min() : null, scores.Length > 0 ? (int)scores.Average() : null);
    }
}
