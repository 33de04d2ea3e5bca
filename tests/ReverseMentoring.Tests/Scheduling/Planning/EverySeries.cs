using System.Globalization;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Tests.Scheduling.Planning;

/// <summary>The planner's rules said a second time, moment by moment and series by series, to compare with.</summary>
public sealed class EverySeries(SeriesRequest request)
{
    private readonly SessionPlan plan = request.Plan;

    public (int Sessions, long Cost) Best()
    {
        var starts = Starts().ToArray();
        var least = LeastDays(starts);
        var steps = starts.Select(start => starts.Index()
            .Where(next => Days(start, next.Item) >= least && Days(start, next.Item) <= plan.MaximumDays)
            .Select(next => (next.Index, Step(start, next.Item))).ToArray()).ToArray();
        return starts.Select((start, i) => Continue((1, Step(null, start)), i, steps)).Append((0, 0)).Max(Better);
    }

    public bool IsAllowed(DateTimeOffset start) =>
        IsInWindow(start) && IsOnRaster(start) && request.Attendees.All(person => IsFree(person, start));

    public static DateTimeOffset Local(Attendee person, DateTimeOffset moment)
    {
        var place = person.Whereabouts.OrderBy(entry => entry.From)
            .LastOrDefault(entry => entry.Zone.DateAt(moment) >= entry.From, person.Whereabouts.MinBy(entry => entry.From)!);
        return place.Zone.Local(moment);
    }

    public static (int Year, int Week) WeekOf(Attendee person, DateTimeOffset moment) => Week(DateOf(person, moment));

    public long Cost(IReadOnlyList<DateTimeOffset> series) =>
        series.Select((start, i) => Step(i == 0 ? null : series[i - 1], start)).Sum();

    private long Step(DateTimeOffset? before, DateTimeOffset start)
    {
        var burdens = Burdens(start);
        long cost = burdens.Sum(burden => 4 * burden * burden);
        if (before is not { } previous)
        {
            return cost + Date(start).DayNumber - plan.EarliestStart.DayNumber;
        }

        var (off, then) = (Days(previous, start) - plan.IdealDays, Burdens(previous));
        cost += off * off;
        cost += Date(start).DayOfWeek == Date(previous).DayOfWeek ? 0 : 6;
        cost += Local(request.Attendees[0], start).TimeOfDay == Local(request.Attendees[0], previous).TimeOfDay ? 0 : 25;
        return cost + (10 * burdens.Zip(then, (one, other) => Math.Min(one - burdens.Min(), other - then.Min())).Sum());
    }

    private int Days(DateTimeOffset before, DateTimeOffset after) => Date(after).DayNumber - Date(before).DayNumber;

    private IEnumerable<DateTimeOffset> Starts()
    {
        var from = new DateTimeOffset(plan.EarliestStart.AddDays(-1), default, TimeSpan.Zero);
        var to = new DateTimeOffset(plan.LatestEnd.AddDays(2), default, TimeSpan.Zero);
        for (var start = from; start < to; start = start.AddMinutes(15))
        {
            if (IsAllowed(start))
            {
                yield return start;
            }
        }
    }

    private (int Sessions, long Cost) Continue((int Sessions, long Cost) reached, int last, (int Next, long Cost)[][] steps)
    {
        var best = reached;
        if (reached.Sessions < plan.Sessions)
        {
            foreach (var (next, cost) in steps[last])
            {
                var longer = Continue((reached.Sessions + 1, reached.Cost + cost), next, steps);
                best = Better.Compare(best, longer) >= 0 ? best : longer;
            }
        }

        return best;
    }

    private static readonly Comparer<(int Sessions, long Cost)> Better = Comparer<(int Sessions, long Cost)>.Create(
        (one, other) => one.Sessions != other.Sessions ? one.Sessions.CompareTo(other.Sessions) : other.Cost.CompareTo(one.Cost));

    private int LeastDays(DateTimeOffset[] starts) => Math.Max(plan.MinimumDays, 7 + request.Attendees.Max(person =>
    {
        var ahead = starts.Select(start => DateOf(person, start).DayNumber - Date(start).DayNumber).DefaultIfEmpty().ToArray();
        return ahead.Max() - ahead.Min();
    }));

    private bool IsInWindow(DateTimeOffset start) => Date(start) >= plan.EarliestStart && Date(start) <= plan.LatestEnd;

    private bool IsOnRaster(DateTimeOffset start) =>
        Local(request.Attendees[0], start).TimeOfDay.Ticks % TimeSpan.FromMinutes(plan.RasterMinutes).Ticks == 0;

    private bool IsFree(Attendee person, DateTimeOffset start)
    {
        var session = new Interval(start, start.AddMinutes(plan.Minutes));
        var week = WeekOf(person, start);
        return Enumerable.Range(0, plan.Minutes / 10).All(step => Works(person, start.AddMinutes(10 * step)))
            && !person.Busy.Concat(person.Booked).Any(session.Overlaps)
            && person.Booked.Count(booked => WeekOf(person, booked.Start) == week) < plan.WeeklyLimit
            && !new[] { -60, -30, 30, 60 }.Any(shift => // No other moment shows the same time.
                Local(person, start.AddMinutes(shift)).DateTime == Local(person, start).DateTime);
    }

    private static bool Works(Attendee person, DateTimeOffset moment)
    {
        var local = Local(person, moment);
        var date = DateOnly.FromDateTime(local.DateTime);
        var place = person.Whereabouts.OrderBy(entry => entry.From)
            .LastOrDefault(entry => entry.Zone.DateAt(moment) >= entry.From, person.Whereabouts.MinBy(entry => entry.From)!);
        return place.Hours.Days.Any(hours => hours.Day == date.DayOfWeek
                && hours.Start.ToTimeSpan() <= local.TimeOfDay && local.TimeOfDay < hours.End.ToTimeSpan())
            && !person.Absences.Concat(person.Holidays).Any(days => days.Contains(date));
    }

    private int[] Burdens(DateTimeOffset start) => [.. request.Attendees.Select(person =>
    {
        var minute = (int)Local(person, start).TimeOfDay.TotalMinutes;
        var away = plan.Preferred.Select(part => Math.Max(0, Math.Max(
            (int)part.Start.ToTimeSpan().TotalMinutes - minute,
            minute + plan.Minutes - (int)part.End.ToTimeSpan().TotalMinutes))).DefaultIfEmpty(0).Min();
        return (int)Math.Ceiling((double)away / plan.RasterMinutes);
    })];

    private DateOnly Date(DateTimeOffset moment) => DateOf(request.Attendees[0], moment);

    private static DateOnly DateOf(Attendee person, DateTimeOffset moment) => DateOnly.FromDateTime(Local(person, moment).DateTime);

    private static (int Year, int Week) Week(DateOnly date) =>
        (ISOWeek.GetYear(date.ToDateTime(default)), ISOWeek.GetWeekOfYear(date.ToDateTime(default)));
}
