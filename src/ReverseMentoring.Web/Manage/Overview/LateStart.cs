using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>Pairs or circles that began after the others and go on longer: why the sessions end later than planned.</summary>
/// <param name="Count">How many these are.</param>
/// <param name="Began">When the first of them did.</param>
/// <param name="Others">The end of the last session of all others.</param>
[Tells(Told.Aggregate)]
public sealed record LateStart(int Count, DateTimeOffset Began, DateTimeOffset Others)
{
    /// <summary>Who begins within this time begins with the others; and a few days more are nobody's question.</summary>
    private static readonly TimeSpan Few = TimeSpan.FromDays(7);

    /// <returns>Null: nobody who began later goes on longer.</returns>
    public static LateStart? Find(CycleState state, IEnumerable<Meeting> meetings, IEnumerable<Session> sessions)
    {
        if (state is not { Phase: PhaseNames.Sessions, OpenedAt: { } opened })
        {
            return null;
        }

        var ends = sessions.Where(session => session.HasTime).GroupBy(session => session.Meeting).ToDictionary(group => group.Key, group => group.Max(session => session.Time.End));
        var begun = meetings.Where(meeting => meeting.StartedAt is not null && ends.ContainsKey(meeting.Id)).ToLookup(meeting => meeting.StartedAt <= opened + Few);
        if (!begun[true].Any())
        {
            return null;
        }

        var others = begun[true].Max(meeting => ends[meeting.Id]);
        var late = begun[false].Where(meeting => ends[meeting.Id] > others + Few).ToArray();
        return late.Length == 0 ? null : new(late.Length, late.Min(meeting => meeting.StartedAt!.Value), others);
    }
}
