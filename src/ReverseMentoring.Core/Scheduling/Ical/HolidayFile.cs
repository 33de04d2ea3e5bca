namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>
/// The holidays of a country as HR uploads them: the whole-day events of an iCalendar file, those that return every
/// year as often as they fall between two dates. Use it only when <see cref="Problems"/> is empty.
/// </summary>
public sealed record HolidayFile(IReadOnlyList<Holiday> Holidays, IReadOnlyList<HolidayProblem> Problems)
{
    private const string Calendar = "VCALENDAR";
    private const string Event = "VEVENT";

    /// <returns>Holidays in order of time, none of them wholly outside the dates.</returns>
    public static HolidayFile Parse(string file, DateOnly first, DateOnly last)
    {
        var (holidays, problems, path) = (new List<Holiday>(), new List<HolidayProblem>(), new Stack<string>());
        List<IcalProperty> entry = [];
        var sawCalendar = false;
        foreach (var property in IcalProperty.Read(file))
        {
            var component = property.Value.Trim().ToUpperInvariant();
            if (property.Name == "BEGIN")
            {
                path.Push(component);
                sawCalendar |= component == Calendar;
                entry = component == Event ? [] : entry;
            }
            else if (property.Name == "END")
            {
                if (!path.TryPop(out var begun) || begun != component)
                {
                    problems.Add(new(property.Line, $"'END:{component}' ends nothing that has begun"));
                    return new([], problems);
                }

                if (component == Event)
                {
                    holidays.AddRange(new HolidayEntry(entry).Between(first, last, problems));
                }
            }
            else if (property.Name.Length == 0)
            {
                problems.Add(new(property.Line, "this is no line of an iCalendar file"));
                return new([], problems);
            }
            else if (path.TryPeek(out var inside) && inside == Event)
            {
                entry.Add(property);
            }
        }

        if (!sawCalendar || path.Count > 0)
        {
            problems.Add(new(1, sawCalendar ? $"the file ends inside '{path.Peek()}'" : "this is no iCalendar file (BEGIN:VCALENDAR is missing)"));
        }

        return new([.. holidays.OrderBy(holiday => holiday.Days.First).ThenBy(holiday => holiday.Name, StringComparer.Ordinal)], problems);
    }
}
