using System.Globalization;
using Microsoft.Graph.Models;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Graph.Calls;

/// <summary>Graph writes a moment as a local time and the name of a zone, mostly Windows' name.</summary>
internal static class GraphTime
{
    /// <summary>Value of the header <c>Prefer</c> that asks for all times in UTC.</summary>
    public const string PreferUtc = "outlook.timezone=\"UTC\"";

    public static DateTimeTimeZone Write(DateTimeOffset moment) => new()
    {
        DateTime = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeZone = "UTC",
    };

    /// <exception cref="CalendarException">The zone is unknown, or it is no time.</exception>
    public static DateTimeOffset Parse(DateTimeTimeZone? written)
    {
        if (!Zone.TryFindNamed(written?.TimeZone, out var zone)
            || !DateTime.TryParse(written?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local))
        {
            throw new CalendarException("unreadable time");
        }

        return zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    public static Interval? Parse(DateTimeTimeZone? start, DateTimeTimeZone? end) =>
        start is null || end is null ? null : new Interval(Parse(start), Parse(end));
}
