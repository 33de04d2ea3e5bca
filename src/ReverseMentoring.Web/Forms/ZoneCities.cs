using NodaTime.TimeZones;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// Zones by a city: the one that their IANA id names, and large ones that none names (<c>cities.txt</c>), as its people and our languages call it.
/// People know where they are, not what their zone is called.
/// </summary>
internal static class ZoneCities
{
    private static readonly HashSet<string> InUse = [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(location => location.ZoneId)];

    /// <summary>Cities that name one zone only, by the id under which it is in use.</summary>
    private static readonly Dictionary<string, string> ByCity = TzdbDateTimeZoneSource.Default.GetIds()
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .GroupBy(id => Plain(Localizer.Place(id))).Where(ids => ids.Select(id => TzdbDateTimeZoneSource.Default.CanonicalIdMap[id]).Distinct().Count() == 1)
        .ToDictionary(ids => ids.Key, ids => ids.OrderByDescending(InUse.Contains).ThenBy(id => id, StringComparer.Ordinal).First());

    /// <summary>The others, as they are listed.</summary>
    private static readonly (string Name, string Zone)[] Listed = [.. ReadList()];

    private static readonly Dictionary<string, string> ByListedCity = Listed.DistinctBy(city => Plain(city.Name)).ToDictionary(city => Plain(city.Name), city => city.Zone);

    /// <summary>To choose from: one for each zone that is in use, and large cities.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. InUse.Select(Localizer.Place).Where(city => ByCity.ContainsKey(Plain(city))).Concat(Listed.Select(city => city.Name)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>How a zone is filled in: by its city, where that names no other.</summary>
    public static string TextOf(string id) => Find(Localizer.Place(id))?.Id == id ? Localizer.Place(id) : id;

    /// <returns>The zone of a city, an IANA id or a Windows name; null where nobody knows it.</returns>
    public static Zone? Find(string text) =>
        Zone.TryFind(text, out var zone) ? zone : OfCity(text) ?? ZoneNames.Find(text);

    /// <returns>The zone of a place as people write it, such as "Paris, France" or "Brazil/São Paulo"; null where no part of it is a city that is known.</returns>
    public static Zone? OfPlace(string? place) => place is null ? null
        : place.Split([',', '/', ';', '(', ')', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(place.Trim())
            .Select(OfCity).FirstOrDefault(zone => zone is not null);

    private static Zone? OfCity(string city) =>
        ByCity.TryGetValue(Plain(city), out var id) || ByListedCity.TryGetValue(Plain(city), out id) ? Zone.Find(id) : null;

    private static IEnumerable<(string Name, string Zone)> ReadList()
    {
        using var list = new StreamReader(typeof(ZoneCities).Assembly.GetManifestResourceStream("cities.txt")!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split(';', StringSplitOptions.TrimEntries))
            .SelectMany(city => city.Skip(1).Select(name => (name, city[0])))];
    }

    private static string Plain(string city) => string.Concat(PlainText.Decomposed(city.Trim()).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
