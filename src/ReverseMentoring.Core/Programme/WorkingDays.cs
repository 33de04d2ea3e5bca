using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Programme;

/// <summary>
/// The days of a cohort: none of its phases begins or ends, and no deadline lies, on a weekend, on a public holiday of its
/// people or in closed weeks; and while the company is closed nobody's days to answer run out.
/// </summary>
/// <param name="closed">Weeks in which the company is closed; null: from Christmas Eve to New Year's Day, each year.</param>
/// <param name="holidays">Public holidays of its people.</param>
public sealed class WorkingDays(IReadOnlyList<DateRange>? closed, IReadOnlyList<DateRange> holidays)
{
    /// <summary>Nothing is closed for longer at one stretch, whatever lists say.</summary>
    private const int MostDays = 120;

    /// <summary>When work begins on the cohort's clock, and with it a phase that waited for a working day.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    public bool IsClosed(DateOnly day) => closed is null
        ? day is { Month: 12, Day: >= 24 } or { Month: 1, Day: 1 }
        : closed.Any(weeks => weeks.Contains(day));

    public bool IsWorkday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsClosed(day) && !holidays.Any(off => off.Contains(day));

    /// <summary>The day itself, or the next on which work is done.</summary>
    public DateOnly OnOrAfter(DateOnly day) => Days(day, 1).FirstOrDefault(IsWorkday, day);

    /// <summary>The day itself, or the last before it on which work is done.</summary>
    public DateOnly OnOrBefore(DateOnly day) => Days(day, -1).FirstOrDefault(IsWorkday, day);

    /// <summary>The last of so many days that begin with the one after <paramref name="from"/>; closed ones don't count, and it is a working day.</summary>
    public DateOnly Last(DateOnly from, int days)
    {
        var (day, closedDays) = (from, 0);
        while (days > 0)
        {
            day = day.AddDays(1);
            closedDays = IsClosed(day) ? closedDays + 1 : 0;
            days -= closedDays is 0 or > MostDays ? 1 : 0;
        }

        return OnOrAfter(day);
    }

    /// <summary>The first day behind so many whole working days after <paramref name="from"/>.</summary>
    public DateOnly After(DateOnly from, int workdays)
    {
        var day = from;
        for (; workdays > 0; workdays--)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        return OnOrAfter(day.AddDays(1));
    }

    /// <summary>The closed weeks that lie in a stretch of time.</summary>
    public IReadOnlyList<DateRange> ClosedIn(DateOnly first, DateOnly last) => closed is not null
        ? [.. closed.Where(weeks => weeks.Last >= first && weeks.First <= last).OrderBy(weeks => weeks.First)]
        : [.. Enumerable.Range(first.Year - 1, last.Year - first.Year + 2).Select(year => new DateRange(new(year, 12, 24), new(year + 1, 1, 1)))
            .Where(weeks => weeks.Last >= first && weeks.First <= last)];

    private static IEnumerable<DateOnly> Days(DateOnly from, int step) => Enumerable.Range(0, MostDays).Select(days => from.AddDays(days * step));
}
