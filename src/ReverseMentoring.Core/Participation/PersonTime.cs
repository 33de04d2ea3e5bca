using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Participation;

/// <summary>What somebody says of their own time.</summary>
/// <param name="TimeZone">IANA id: from now on, or from <paramref name="ZoneFrom"/>.</param>
/// <param name="ZoneFrom">The day from which the zone holds; null: now.</param>
/// <param name="Hours">Null: as they were.</param>
/// <param name="Absences">All that are to come.</param>
public sealed record PersonTime(string TimeZone, DateOnly? ZoneFrom, WorkingHours? Hours, IReadOnlyList<DateRange> Absences)
{
    public Person ApplyTo(Person person, DateTimeOffset now)
    {
        var here = person.ZoneAt(now);
        var today = here.DateAt(now);
        var later = ZoneFrom is { } from && from > today ? from : (DateOnly?)null;
        return person with
        {
            TimeZone = later is null ? TimeZone : here.Id,
            ZoneChanges = later is { } day && TimeZone != here.Id ? [new(day, TimeZone)] : [],
            WorkingHours = Hours ?? person.WorkingHours,
            Absences = [.. Absences.Where(absence => absence.Last >= today).OrderBy(absence => absence.First).Distinct()],
        };
    }
}
