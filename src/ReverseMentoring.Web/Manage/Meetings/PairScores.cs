using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Standings;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <summary>How good the pairs are that are proposed, run or are completed.</summary>
/// <param name="Worst">Of those that show a score, 0 to 10000; null: none does.</param>
/// <param name="Mean">The same.</param>
public sealed record PairScores(int Pairs, int? Worst, int? Mean)
{
    internal static PairScores Of(CohortStanding standing, IEnumerable<Meeting> meetings)
    {
        int[] scores = [.. meetings.Where(meeting => meeting.Status is not (MeetingStatus.Declined or MeetingStatus.Ended) || meeting.RanItsCourse).Select(meeting => meeting.Score).OfType<int>()];
        return new(standing.Meetings.Current, scores.Length > 0 ? scores.Min() : null, scores.Length > 0 ? (int)scores.Average() : null);
    }
}
