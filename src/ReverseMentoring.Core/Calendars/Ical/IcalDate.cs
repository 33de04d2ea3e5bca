using System.Globalization;

namespace ReverseMentoring.Core.Calendars.Ical;

internal static class IcalDate
{
    /// <summary>A date that a programme could meet; others are mistakes, and near the ends of time dates cannot be counted with.</summary>
    public static bool TryParse(string value, out DateOnly date) =>
        DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= 1900 and <= 2200;

    /// <summary>A date, or a time at midnight, which some programs write for a whole day.</summary>
    public static bool TryParseDay(string value, out DateOnly date) =>
        TryParse(value.EndsWith("T000000", StringComparison.Ordinal) ? value[..^7] : value, out date);

    /// <summary>Whole days of a duration such as <c>P1D</c> or <c>P2W</c>.</summary>
    public static bool TryParseDays(string duration, out int days)
    {
        days = 0;
        if (duration is not ['P', .. var number, 'D' or 'W'] || !int.TryParse(number, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        days = duration[^1] == 'W' ? 7 * value : value;
        return days is >= 1 and <= 366;
    }
}
