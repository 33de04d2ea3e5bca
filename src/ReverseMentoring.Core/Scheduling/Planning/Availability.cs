using System.Globalization;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>When all attendees are free, as far as a given constraint and those before it.</summary>
internal sealed class Availability(SessionPlan plan, IReadOnlyList<(Attendee Attendee, AttendeeClock Clock)> attendees)
{
    /// <summary>Common free time on days from <paramref name="first"/> to <paramref name="last"/>, with a day's margin for other zones.</summary>
    public List<Interval> Common(DateOnly first, DateOnly last, Constraint until)
    {
        List<Interval>? common = null;
        foreach (var (attendee, clock) in attendees)
        {
            var free = clock.Working(first.AddDays(-2), last.AddDays(2));
            common = common is null ? free : Intervals.Intersect(common, free);
        }

        foreach (var (attendee, clock) in attendees)
        {
            var taken = new List<Interval>();
            if (until >= Constraint.DaysOff)
            {
                taken.AddRange(clock.InRealTime(attendee.Absences.Concat(attendee.Holidays)));
            }

            if (until >= Constraint.Busy)
            {
                taken.AddRange(attendee.Busy);
            }

            if (until >= Constraint.Booked)
            {
                taken.AddRange(attendee.Booked);
            }

            if (until >= Constraint.WeeklyLimit)
            {
                taken.AddRange(FullWeeks(attendee, clock));
            }

            if (taken.Count > 0)
            {
                common = Intervals.Subtract(common!, Intervals.Union(taken));
            }
        }

        return common ?? [];
    }

    private IEnumerable<Interval> FullWeeks(Attendee attendee, AttendeeClock clock) =>
        attendee.Booked
            .GroupBy(booked => Monday(clock.DateAt(booked.Start)))
            .Where(week => week.Count() >= plan.WeeklyLimit)
            .SelectMany(week => clock.InRealTime([new(week.Key, week.Key.AddDays(6))]));

    private static DateOnly Monday(DateOnly date) =>
        DateOnly.FromDateTime(ISOWeek.ToDateTime(
            ISOWeek.GetYear(date.ToDateTime(default)), ISOWeek.GetWeekOfYear(date.ToDateTime(default)), DayOfWeek.Monday));
}
