using System.Diagnostics.CodeAnalysis;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Calendars.Ical;

/// <summary>One VEVENT of a holiday file.</summary>
internal sealed class HolidayEntry(IReadOnlyList<IcalProperty> properties)
{
    public IEnumerable<Holiday> Between(DateOnly first, DateOnly last, List<HolidayProblem> problems)
    {
        if (Find("STATUS")?.Value.Trim().Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) == true)
        {
            return [];
        }

        if (!TryDays(out var days, out var problem)
            || !TryStarts(days.First, last, out var starts, out problem)
            || !TryExceptions(out var exceptions, out problem))
        {
            problems.Add(problem);
            return [];
        }

        var more = days.Last.DayNumber - days.First.DayNumber;
        var name = Find("SUMMARY")?.Text() ?? "";
        return starts.Where(start => start <= last && start.AddDays(more) >= first && !exceptions.Contains(start))
            .Select(start => new Holiday(new(start, start.AddDays(more)), name));
    }

    private bool TryDays(out DateRange days, [NotNullWhen(false)] out HolidayProblem? problem)
    {
        (days, problem) = (default, null);
        var (start, end, duration) = (Find("DTSTART"), Find("DTEND"), Find("DURATION"));
        var length = 1;
        if (start is null)
        {
            problem = new(properties.Count > 0 ? properties[0].Line : 1, "an entry has no DTSTART");
        }
        else if (!IcalDate.TryParseDay(start.Value.Trim(), out var first))
        {
            problem = new(start.Line, $"'{start.Value.Trim()}' is no whole day: holidays are whole days");
        }
        else if (end is not null && !IcalDate.TryParseDay(end.Value.Trim(), out _))
        {
            problem = new(end.Line, $"'{end.Value.Trim()}' is no whole day: holidays are whole days");
        }
        else if (duration is not null && !IcalDate.TryParseDays(duration.Value.Trim(), out length))
        {
            problem = new(duration.Line, $"'{duration.Value.Trim()}' is no number of whole days");
        }
        else
        {
            // DTEND is the day after the last one; one that is not later still means a single day.
            var last = end is not null && IcalDate.TryParseDay(end.Value.Trim(), out var after) ? after.AddDays(-1) : first.AddDays(length - 1);
            days = new(first, last < first ? first : last);
        }

        return problem is null;
    }

    private bool TryStarts(DateOnly first, DateOnly last, out IEnumerable<DateOnly> starts, [NotNullWhen(false)] out HolidayProblem? problem)
    {
        (starts, problem) = ([first], null);
        if (properties.FirstOrDefault(property => property.Name is "RDATE" or "RECURRENCE-ID" or "EXRULE") is { } unknown)
        {
            problem = new(unknown.Line, $"{unknown.Name} is not understood");
        }
        else if (Find("RRULE") is { } rule)
        {
            if (YearlyRule.TryParse(rule.Value, out var yearly, out var why))
            {
                starts = yearly.From(first, last);
            }
            else
            {
                problem = new(rule.Line, why);
            }
        }

        return problem is null;
    }

    private bool TryExceptions(out HashSet<DateOnly> exceptions, [NotNullWhen(false)] out HolidayProblem? problem)
    {
        (exceptions, problem) = ([], null);
        foreach (var property in properties.Where(property => property.Name == "EXDATE"))
        {
            foreach (var value in property.Value.Split(',', StringSplitOptions.TrimEntries))
            {
                if (!IcalDate.TryParseDay(value, out var date))
                {
                    problem = new(property.Line, $"'{value}' is no whole day");
                    return false;
                }

                exceptions.Add(date);
            }
        }

        return true;
    }

    private IcalProperty? Find(string name) => properties.FirstOrDefault(property => property.Name == name);
}
