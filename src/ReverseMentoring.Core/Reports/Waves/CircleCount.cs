using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>Counts what a cohort's circles came to.</summary>
public sealed class CircleCount(IReadOnlyList<Meeting> formed, IReadOnlyList<Session> sessions)
{
    /// <summary>Topics that were presented in sessions of a circle that were held.</summary>
    public IEnumerable<TopicId> TopicsOf(Meeting circle) => Held(circle).Select(session => circle.TurnOf(session.Number)?.Topic).OfType<TopicId>();

    /// <summary>
    /// For each who is in a circle, in how many of its held sessions, per cent, they had not said that they can't come. Who was in it
    /// then, and has left, is not known any more.
    /// </summary>
    public Dictionary<PersonId, double> Attendance() => formed
        .SelectMany(circle => Held(circle).SelectMany(session => circle.People.Select(person => (Person: person, Came: session.Misses(person) ? 0.0 : 100.0))))
        .GroupBy(one => one.Person).ToDictionary(person => person.Key, person => person.Average(one => one.Came));

    /// <summary>Who had no circle when they were found, for want of a place or of people who fit.</summary>
    internal static async Task<IReadOnlyList<RuleCost>> Without(IStore store, string partition, CancellationToken cancel) =>
    [
        .. (await store.Query<UnmatchedPerson>(partition, KeyRange.Prefix(Rows.Unmatched), cancel).Select(row => row.Value).ToListAsync(cancel))
            .GroupBy(person => person.Reason).OrderBy(rule => rule.Key)
            .Select(rule => new RuleCost(rule.Key, rule.Count(person => person.Role is Role.Mentee), rule.Count(person => person.Role is Role.Mentor))),
    ];

    private IEnumerable<Session> Held(Meeting circle) => sessions.Where(session => session.Meeting == circle.Id && session.Status is SessionStatus.Held);
}
