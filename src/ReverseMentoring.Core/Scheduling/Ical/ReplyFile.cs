using System.Globalization;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>Reads an answer as calendar programs send it: one event, one attendee, a method that says what it is.</summary>
public static class ReplyFile
{
    private const string Moment = "yyyyMMdd'T'HHmmss";

    /// <returns>Null where it is no answer, or none that can be understood: nothing is guessed.</returns>
    public static CalendarReply? Parse(string file)
    {
        var (path, all, entry) = (new Stack<string>(), new List<IcalProperty>(), new List<IcalProperty>());
        foreach (var property in IcalProperty.Read(file))
        {
            if (property.Name == "BEGIN")
            {
                path.Push(property.Value.Trim().ToUpperInvariant());
            }
            else if (property.Name == "END")
            {
                path.TryPop(out _);
            }
            else if (path.TryPeek(out var inside))
            {
                (inside == "VEVENT" ? entry : inside == "VCALENDAR" ? all : []).Add(property);
            }
        }

        var method = all.FirstOrDefault(property => property.Name == "METHOD")?.Value.Trim().ToUpperInvariant();
        if (method is not ("REPLY" or "COUNTER") || Value(entry, "UID") is not { } uid || entry.Where(property => property.Name == "ATTENDEE").ToArray() is not [var attendee]
            || Address(attendee.Value) is not { } address)
        {
            return null;
        }

        var sequence = int.TryParse(Value(entry, "SEQUENCE") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var status = attendee.Parameter("PARTSTAT")?.ToUpperInvariant();
        if (method == "COUNTER")
        {
            var proposed = entry.FirstOrDefault(property => property.Name == "DTSTART") is { } start ? StartOf(start) : null;
            return status == "DECLINED" ? new(uid, sequence, address, CalendarAnswer.Declined, proposed)
                : proposed is not null ? new(uid, sequence, address, CalendarAnswer.Proposed, proposed)
                : null;
        }

        return status switch
        {
            "ACCEPTED" => new(uid, sequence, address, CalendarAnswer.Accepted, null),
            "TENTATIVE" => new(uid, sequence, address, CalendarAnswer.Tentative, null),
            "DECLINED" => new(uid, sequence, address, CalendarAnswer.Declined, null),
            _ => null,
        };
    }

    private static string? Value(IEnumerable<IcalProperty> entry, string name) =>
        entry.FirstOrDefault(property => property.Name == name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    private static string? Address(string value) =>
        value.Trim() is { } text && text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && text.Length > 7 ? text[7..] : null;

    /// <summary>In UTC, or on the clock of a zone by its IANA or Windows name. A time without a zone is nobody's.</summary>
    private static DateTimeOffset? StartOf(IcalProperty property)
    {
        var text = property.Value.Trim();
        if (!DateTime.TryParseExact(text.TrimEnd('Z'), Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        return text.EndsWith('Z') ? new DateTimeOffset(local, TimeSpan.Zero)
            : Zone.TryFindNamed(property.Parameter("TZID"), out var zone) ? zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;
    }
}
