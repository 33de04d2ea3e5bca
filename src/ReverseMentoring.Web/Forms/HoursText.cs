using System.Globalization;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>A working week in words: days with the same hours together, in the reader's language.</summary>
internal static class HoursText
{
    public static string Say(WorkingHours hours, Localizer localizer)
    {
        var spans = new List<(DayOfWeek First, DayOfWeek Last, string Times)>();
        foreach (var day in HoursFields.Days)
        {
            var times = string.Join(", ", hours.Days.Where(one => one.Day == day).OrderBy(one => one.Start)
                .Select(one => localizer.Say("Hours.Span", ("start", Time(one.Start, localizer)), ("end", Time(one.End, localizer)))));
            if (times.Length == 0)
            {
                continue;
            }

            if (spans is [.., var last] && last.Times == times && Next(last.Last) == day)
            {
                spans[^1] = last with { Last = day };
            }
            else
            {
                spans.Add((day, day, times));
            }
        }

        var names = localizer.Culture.DateTimeFormat;
        var working = string.Join("; ", spans.Select(span => span.First == span.Last
            ? localizer.Say("Hours.OneDay", ("day", names.GetDayName(span.First)), ("times", span.Times))
            : localizer.Say("Hours.Days", ("first", names.GetDayName(span.First)), ("last", names.GetDayName(span.Last)), ("times", span.Times))));
        return WithFar(working, hours, localizer);
    }

    private static string WithFar(string working, WorkingHours hours, Localizer localizer) => (hours.AlsoEarly, hours.AlsoLate) switch
    {
        (false, false) => working,
        (true, false) => localizer.Say("Hours.AlsoEarly", ("hours", working), ("start", Time(WorkingHours.Earliest, localizer))),
        (false, true) => localizer.Say("Hours.AlsoLate", ("hours", working), ("end", Time(WorkingHours.Latest, localizer))),
        _ => localizer.Say("Hours.AlsoBoth", ("hours", working), ("start", Time(WorkingHours.Earliest, localizer)), ("end", Time(WorkingHours.Latest, localizer))),
    };

    private static DayOfWeek Next(DayOfWeek day) => (DayOfWeek)(((int)day + 1) % 7);

    private static string Time(TimeOnly time, Localizer localizer) => Dates.Time(time, localizer.Culture);
}
