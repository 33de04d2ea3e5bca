using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>A time for a session, and who of those asked can't come then.</summary>
/// <param name="Without">Ids, in the order of the attendees.</param>
public sealed record AttendedTime(Interval Time, IReadOnlyList<PersonId> Without);

/// <summary>Who is to be there, so that a session of a group makes sense.</summary>
/// <param name="Needed">Without this one it is no session: who presents. Null: nobody in particular.</param>
/// <param name="Suffices">Whether those who can come are enough.</param>
public sealed record AttendanceRule(PersonId? Needed, Func<IReadOnlyCollection<PersonId>, bool> Suffices);

/// <summary>
/// Finds the time at which most of a group can come, where there may be none for all. Among the times that most can make,
/// the one nearest to the wished day, then the least inconvenient, then the earliest.
/// </summary>
public sealed class Attendance
{
    private readonly SeriesRequest request;
    private readonly AttendeeClock[] clocks;
    private readonly Availability[] each;
    private readonly Slots slots;

    public Attendance(SeriesRequest request)
    {
        this.request = request;
        clocks = [.. request.Attendees.Select(attendee => new AttendeeClock(attendee))];
        each = [.. request.Attendees.Zip(clocks).Select(one => new Availability(request.Plan, [one]))];
        slots = new(request.Plan, clocks);
    }

    /// <summary>A moment's day on the clock that the sessions keep.</summary>
    public DateOnly DateAt(DateTimeOffset moment) => clocks[0].DateAt(moment);

    /// <param name="first">First day looked at, on the clock of the first attendee.</param>
    /// <param name="last">Last day.</param>
    /// <param name="wished">The day wished for.</param>
    /// <param name="rule">Who is to be there.</param>
    /// <param name="allowed">Whether a time can be taken, whoever comes.</param>
    /// <returns>Null: there is no time at which enough can come.</returns>
    public AttendedTime? Best(DateOnly first, DateOnly last, DateOnly wished, AttendanceRule rule, Func<Interval, bool> allowed)
    {
        if (last < first)
        {
            return null;
        }

        var free = each.Select(one => one.Common(first, last, Constraint.WeeklyLimit)).ToArray();
        return slots.In(Intervals.Union(free.SelectMany(intervals => intervals)), first, last)
            .Select(slot => (Slot: slot, Found: At(slot, free)))
            .Where(found => allowed(found.Found.Time) && Holds(rule, found.Found))
            .OrderBy(found => found.Found.Without.Count)
            .ThenBy(found => Math.Abs(found.Slot.Day - wished.DayNumber))
            .ThenBy(found => found.Slot.SquaredBurden)
            .ThenBy(found => found.Slot.Start)
            .Select(found => found.Found).FirstOrDefault();
    }

    /// <summary>Who can't come at a time, whether or not it is on the raster. How many a week there are keeps nobody from it.</summary>
    public IReadOnlyList<PersonId> Missing(Interval time)
    {
        var date = DateAt(time.Start);
        return Without(time, [.. each.Select(one => one.Common(date, date, Constraint.Booked))]);
    }

    public bool Holds(AttendanceRule rule, AttendedTime found) =>
        (rule.Needed is not { } needed || !found.Without.Contains(needed))
        && rule.Suffices([.. request.Attendees.Select(attendee => attendee.Id).Except(found.Without)]);

    private AttendedTime At(Slot slot, IReadOnlyList<List<Interval>> free)
    {
        var time = new Interval(slot.Start, slot.Start.AddMinutes(request.Plan.Minutes));
        return new(time, Without(time, free));
    }

    private PersonId[] Without(Interval time, IReadOnlyList<List<Interval>> free) =>
        [.. request.Attendees.Zip(free).Where(one => !one.Second.Any(interval => interval.Contains(time))).Select(one => one.First.Id)];
}
