using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReverseMentoring.Core.Calendars.Ical;

/// <summary>
/// A recurrence rule of public holidays: yearly, on fixed days of months ("3 October") or on weekdays counted in a
/// month ("the fourth Thursday of November", "the Tuesday from 2 to 8 November").
/// </summary>
internal sealed class YearlyRule
{
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private int interval = 1;
    private int count = int.MaxValue;
    private DateOnly until = DateOnly.MaxValue;
    private int[] months = [];
    private int[] monthDays = [];
    private (int Ordinal, DayOfWeek Day)[] weekdays = [];

    private YearlyRule()
    {
    }

    /// <param name="problem">What in the rule is not understood.</param>
    public static bool TryParse(string value, [NotNullWhen(true)] out YearlyRule? rule, out string problem)
    {
        var (parsed, parts) = (new YearlyRule(), value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        problem = !parts.Contains("FREQ=YEARLY", StringComparer.OrdinalIgnoreCase)
                ? "only entries that return every year are understood (FREQ=YEARLY)"
            : parts.FirstOrDefault(part => !parsed.TryTake(part)) is { } unknown
                ? $"'{unknown}' in the recurrence rule is not understood"
            : parsed.weekdays.Length > 0 && parsed.months.Length == 0 ? "a rule with BYDAY needs BYMONTH"
            : "";
        rule = problem.Length == 0 ? parsed : null;
        return rule is not null;
    }

    /// <summary>The days on which the entry begins, the first one included, up to <paramref name="last"/>.</summary>
    public IEnumerable<DateOnly> From(DateOnly first, DateOnly last)
    {
        var end = until < last ? until : last;
        var days = Enumerable.Range(0, Math.Max(0, end.Year - first.Year + 1))
            .Where(year => year % interval == 0)
            .SelectMany(year => In(first.Year + year, first));
        return days.Where(day => day > first).Prepend(first).Where(day => day <= end).Take(count);
    }

    private IEnumerable<DateOnly> In(int year, DateOnly first) =>
        from month in months.Length > 0 ? months : [first.Month]
        let length = DateTime.DaysInMonth(year, month)
        from day in Enumerable.Range(1, length)
        where monthDays.Length > 0 || weekdays.Length > 0
            ? (monthDays.Length == 0 || monthDays.Contains(day) || monthDays.Contains(day - length - 1))
                && (weekdays.Length == 0 || weekdays.Any(weekday => Matches(new(year, month, day), length, weekday)))
            : day == first.Day
        select new DateOnly(year, month, day);

    private static bool Matches(DateOnly date, int length, (int Ordinal, DayOfWeek Day) weekday) =>
        date.DayOfWeek == weekday.Day && (weekday.Ordinal == 0
            || weekday.Ordinal == ((date.Day - 1) / 7) + 1
            || weekday.Ordinal == -(((length - date.Day) / 7) + 1));

    private bool TryTake(string part)
    {
        var (name, value) = part.Split('=', 2) is [var left, var right] ? (left.ToUpperInvariant(), right) : (part, "");
        return name switch
        {
            "FREQ" or "WKST" => true,
            "INTERVAL" => int.TryParse(value, CultureInfo.InvariantCulture, out interval) && interval > 0,
            "COUNT" => int.TryParse(value, CultureInfo.InvariantCulture, out count) && count > 0,
            "UNTIL" => value.Length >= 8 && IcalDate.TryParse(value[..8], out until),
            "BYMONTH" => TryNumbers(value, 1, 12, out months),
            "BYMONTHDAY" => TryNumbers(value, -31, 31, out monthDays) && !monthDays.Contains(0),
            "BYDAY" => TryWeekdays(value, out weekdays),
            _ => false,
        };
    }

    private static bool TryNumbers(string list, int least, int most, out int[] numbers)
    {
        var parsed = list.Split(',').Select(number =>
            int.TryParse(number, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : (int?)null).ToArray();
        numbers = [.. parsed.OfType<int>()];
        return parsed.All(number => number is not null);
    }

    private static bool TryWeekdays(string list, out (int Ordinal, DayOfWeek Day)[] weekdays)
    {
        var entries = list.ToUpperInvariant().Split(',');
        weekdays = [.. entries.Where(entry => entry.Length >= 2 && Array.IndexOf(Weekdays, entry[^2..]) >= 0
                && (entry.Length == 2 || (int.TryParse(entry[..^2], CultureInfo.InvariantCulture, out var ordinal) && ordinal is >= -5 and <= 5 and not 0)))
            .Select(entry => (entry.Length == 2 ? 0 : int.Parse(entry[..^2], CultureInfo.InvariantCulture),
                (DayOfWeek)Array.IndexOf(Weekdays, entry[^2..])))];
        return weekdays.Length == entries.Length;
    }
}
