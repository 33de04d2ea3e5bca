using Ical.Net.CalendarComponents;
using Ical.Net.Evaluation;
using Calendar = Ical.Net.Calendar;

namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>One VEVENT of a holiday file. What it means says Ical.Net; what it may not say, and in which line it does, we.</summary>
internal sealed class HolidayEntry(IReadOnlyList<IcalProperty> properties)
{
    public IEnumerable<Holiday> Between(DateOnly first, DateOnly last, List<HolidayProblem> problems)
    {
        if (Find("STATUS")?.Value.Trim().Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) == true)
        {
            return [];
        }

        if (Problem() is { } problem)
        {
            problems.Add(problem);
            return [];
        }

        try
        {
            return [.. Occurrences(last).Where(holiday => holiday.Days.Last >= first)];
        }
        catch (EvaluationException)
        {
            problems.Add(new(Find("RRULE")!.Line, "the recurrence rule leads to no day before the year 10000"));
            return [];
        }
    }

    private IEnumerable<Holiday> Occurrences(DateOnly last)
    {
        var entry = Load();
        return entry.GetOccurrences()
            .Select(one => (First: one.Period.StartTime.Date, After: one.Period.EffectiveEndTime?.Date ?? default))
            .TakeWhile(days => days.First <= last)
            .Select(days => new Holiday(new(days.First, days.After > days.First ? days.After.AddDays(-1) : days.First), entry.Summary ?? ""));
    }

    private CalendarEvent Load()
    {
        var (start, end) = (Find("DTSTART")!, Find("DTEND"));

        // DTEND is the day after the last one; one that is not later still means a single day, and no DURATION counts beside it.
        var length = end is null ? Find("DURATION") : IcalDate.ParseDay(end.Value) > IcalDate.ParseDay(start.Value) ? end : null;
        var lines = properties.Where(property => property.Name is "EXDATE" or "RDATE")
            .Concat([start, length, Find("RRULE"), Find("SUMMARY")]).OfType<IcalProperty>().Select(Line);
        string[] file = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", .. lines, "END:VEVENT", "END:VCALENDAR", ""];
        return Calendar.Load(string.Join("\r\n", file))!.Events.Single();
    }

    /// <summary>Days as days, whatever clock or zone was written beside them.</summary>
    private static string Line(IcalProperty property) => property.Name is "DTSTART" or "DTEND" or "EXDATE" or "RDATE"
        ? $"{property.Name};VALUE=DATE:{string.Join(',', property.Value.Split(',').Select(value => $"{IcalDate.ParseDay(value):yyyyMMdd}"))}"
        : $"{property.Name}:{property.Value.Trim()}";

    private HolidayProblem? Problem() => Find("DTSTART") is null
        ? new(properties.Count > 0 ? properties[0].Line : 1, "an entry has no DTSTART")
        : properties.Select(property => Problem(property) is { } problem ? new HolidayProblem(property.Line, problem) : null)
            .FirstOrDefault(problem => problem is not null);

    private static string? Problem(IcalProperty property) => property.Name switch
    {
        "DTSTART" or "DTEND" when !IcalDate.TryParseDay(property.Value, out _) => $"'{property.Value.Trim()}' is no whole day: holidays are whole days",
        "EXDATE" or "RDATE" when property.Value.Split(',').FirstOrDefault(value => !IcalDate.TryParseDay(value, out _)) is { } wrong =>
            $"'{wrong.Trim()}' is no whole day",
        "DURATION" when !IcalDate.AreDays(property.Value.Trim()) => $"'{property.Value.Trim()}' is no number of whole days",
        "RRULE" => YearlyRule.Problem(property.Value.Trim()),
        "RECURRENCE-ID" or "EXRULE" => $"{property.Name} is not understood",
        _ => null,
    };

    private IcalProperty? Find(string name) => properties.FirstOrDefault(property => property.Name == name);
}
