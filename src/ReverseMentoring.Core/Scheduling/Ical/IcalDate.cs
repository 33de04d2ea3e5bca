using System.Globalization;

namespace ReverseMentoring.Core.Scheduling.Ical;

internal static class IcalDate
{
    /// <summary>A date that a programme could meet; others are mistakes, and near the ends of time dates cannot be counted with.</summary>
    public static bool TryParse(string value, out DateOnly date) =>
        DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= 1900 and <= 2200;

    /// <summary>A date, or a time at midnight, which some programs write for a whole day.</summary>
    public static bool TryParseDay(string value, out DateOnly date)
    {
        var trimmed = value.Trim();
        return TryParse(trimmed.EndsWith("T000000", StringComparison.Ordinal) ? trimmed[..^7] : trimmed, out date);
    }

    /// <exception cref="FormatException">It is no such day.</exception>
    public static DateOnly ParseDay(string value) => TryParseDay(value, out var date) ? date : throw new FormatException($"'{value}' is no day.");

    /// <summary>Whether a duration is of whole days, such as <c>P1D</c> or <c>P2W</c>, and of no more than a year.</summary>
    public static bool AreDays(string duration) =>
        duration is ['P', .. var number, 'D' or 'W']
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is >= 1 and <= 366 && (duration[^1] == 'D' || count <= 52);
}
