using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>
/// Looks at a booked session again, before it comes or after somebody's zone, hours, absence or calendar has changed.
/// </summary>
public static class SessionCheck
{
    /// <summary>Free and busy times may be told in steps of half an hour only.</summary>
    private static readonly TimeSpan Coarseness = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Ids of those who can't come to the session, in the order of the attendees. In each person's <see cref="Attendee.Busy"/>
    /// one entry at the session's own time is taken for the session itself; <see cref="Attendee.Booked"/> must not hold it.
    /// How many sessions a week somebody has is no reason: it stands already.
    /// </summary>
    /// <param name="request">With the attendees.</param>
    /// <param name="session">When it is.</param>
    /// <param name="elsewhere">In whose calendars it does not stand: whatever is there at its time is something else.</param>
    public static IReadOnlyList<PersonId> Missing(SeriesRequest request, Interval session, params IReadOnlyCollection<PersonId> elsewhere) =>
        new Attendance(request with { Attendees = [.. request.Attendees.Select(attendee => elsewhere.Contains(attendee.Id) ? attendee : attendee with { Busy = WithoutOwn(attendee.Busy, session) })] })
            .Missing(session);

    private static Interval[] WithoutOwn(IReadOnlyList<Interval> busy, Interval session)
    {
        var own = busy.Index()
            .Where(entry => Distance(entry.Item.Start, session.Start) < Coarseness && Distance(entry.Item.End, session.End) < Coarseness)
            .OrderBy(entry => Distance(entry.Item.Start, session.Start) + Distance(entry.Item.End, session.End))
            .Select(entry => entry.Index)
            .FirstOrDefault(-1);
        return [.. busy.Where((_, i) => i != own)];
    }

    private static TimeSpan Distance(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration();
}
