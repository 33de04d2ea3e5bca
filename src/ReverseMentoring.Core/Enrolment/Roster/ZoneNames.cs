using NodaTime.TimeZones;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>Reads a time zone as lists and forms name it: an IANA id in any case, a city, or a Windows name.</summary>
public static class ZoneNames
{
    private static readonly Dictionary<string, string> ById =
        TzdbDateTimeZoneSource.Default.GetIds().DistinctBy(id => id.ToUpperInvariant()).ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    /// <returns>The zone, or null where nobody knows it.</returns>
    public static Zone? Find(string text) =>
        Zone.TryFind(text, out var zone) ? zone : ZoneCities.OfCity(text) ?? (Zone.TryFindNamed(ById.GetValueOrDefault(text.Trim(), text), out var named) ? named : null);

    /// <summary>How to mend a name that <see cref="Find"/> doesn't know.</summary>
    public static MessageTemplate Mend(string text)
    {
        var city = "/" + text.Trim().Replace(' ', '_');
        var meant = ById.Keys.FirstOrDefault(id => id.EndsWith(city, StringComparison.OrdinalIgnoreCase)) ?? ClosestWord.To(text.Trim(), [.. ById.Keys, .. ZoneCities.All]);
        if (meant is null)
        {
            return "Name a large city in it, or its IANA id, such as 'Europe/Berlin'.";
        }

        return $"Name a large city in it, or its IANA id, such as 'Europe/Berlin'; did you mean '{meant}'?";
    }
}
