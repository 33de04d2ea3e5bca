using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>Counts what a cohort's circles came to.</summary>
internal sealed class CircleCount(IReadOnlyList<Meeting> circles, IReadOnlyList<Session> sessions)
{
    private readonly Meeting[] formed = [.. circles.Where(circle => circle.StartedAt is not null)];

    public int SessionsPlanned => formed.Sum(circle => circle.SessionsPlanned);

    public CircleFigures Figures => new(
        formed.Length,
        formed.Count(circle => circle.Status is MeetingStatus.Completed),
        formed.Count(circle => circle.Status is MeetingStatus.Ended),
        formed.SelectMany(circle => circle.People.Concat(circle.Former)).Distinct().Count(),
        formed.Sum(circle => circle.Former.Count),
        Attendance());

    /// <summary>Topics that were presented in sessions that were held, each with in how many circles.</summary>
    public IEnumerable<TopicId> TopicsPresented() => formed.SelectMany(circle => Held(circle)
        .Select(session => circle.TurnOf(session.Number)?.Topic).OfType<TopicId>().Distinct());

    /// <summary>Who had no circle when they were found, for want of a place or of people who fit.</summary>
    public static async Task<IReadOnlyList<RuleCost>> Without(IStore store, string partition, CancellationToken cancel) =>
    [
        .. (await store.Query<UnmatchedPerson>(partition, KeyRange.Prefix(Rows.Unmatched), cancel).Select(row => row.Value).ToListAsync(cancel))
            .GroupBy(person => person.Reason).OrderBy(rule => rule.Key)
            .Select(rule => new RuleCost(rule.Key, rule.Count(person => person.Role is Role.Mentee), rule.Count(person => person.Role is Role.Mentor))),
    ];

    private double? Attendance()
    {
        // Of those who are still in it: who was in it then, and has left, is not known any more.
        var held = formed.SelectMany(circle => Held(circle).Select(session => (Members: circle.Members.Count, Missing: session.Without?.Count(circle.Has) ?? 0)))
            .Where(session => session.Members > 0).ToArray();
        return held.Length == 0 ? null : Math.Round((double)held.Sum(session => session.Members - session.Missing) / held.Sum(session => session.Members), 3);
    }

    private IEnumerable<Session> Held(Meeting circle) => sessions.Where(session => session.Meeting == circle.Id && session.Status is SessionStatus.Held);
}
