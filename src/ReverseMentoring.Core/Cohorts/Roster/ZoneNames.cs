using NodaTime.TimeZones;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Cohorts.Roster;

/// <summary>Reads a time zone as people's lists name it: an IANA id in any case, or a Windows name.</summary>
public static class ZoneNames
{
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    private static readonly Dictionary<string, string> ById =
        Source.GetIds().DistinctBy(id => id.ToUpperInvariant()).ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> ByWindowsName =
        new(Source.WindowsMapping.PrimaryMapping, StringComparer.OrdinalIgnoreCase);

    /// <returns>The zone, or null where nobody knows it.</returns>
    public static Zone? Find(string text)
    {
        var name = text.Trim();
        var id = ById.GetValueOrDefault(name) ?? ByWindowsName.GetValueOrDefault(name);
        return Zone.TryFind(id, out var zone) ? zone : null;
    }

    /// <summary>How to mend a name that <see cref="Find"/> doesn't know.</summary>
    public static string Mend(string text)
    {
        var city = "/" + text.Trim().Replace(' ', '_');
        var meant = ById.Keys.FirstOrDefault(id => id.EndsWith(city, StringComparison.OrdinalIgnoreCase)) ?? Nearest.To(text.Trim(), ById.Keys);
        return "Use an IANA id such as 'Europe/Berlin'" + (meant is null ? "." : $"; did you mean '{meant}'?");
    }
}
