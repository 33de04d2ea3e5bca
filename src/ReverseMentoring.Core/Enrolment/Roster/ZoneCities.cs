using System.Globalization;
using NodaTime.TimeZones;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>
/// Zones by a city: the one that their IANA id names, and large ones that none names (<see cref="CityNames"/>), as its people and our languages call it.
/// People know where they are, not what their zone is called.
/// </summary>
public static class ZoneCities
{
    private static readonly HashSet<string> InUse = [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(location => location.ZoneId)];

    /// <summary>Cities that name one zone only, by the id under which it is in use.</summary>
    private static readonly Dictionary<string, string> ByCity = TzdbDateTimeZoneSource.Default.GetIds()
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .GroupBy(id => Plain(CityNames.InId(id))).Where(ids => ids.Select(id => TzdbDateTimeZoneSource.Default.CanonicalIdMap[id]).Distinct().Count() == 1)
        .ToDictionary(ids => ids.Key, ids => ids.OrderByDescending(InUse.Contains).ThenBy(id => id, StringComparer.Ordinal).First());

    private static readonly Dictionary<string, string> ByListedCity = CityNames.Listed.DistinctBy(city => Plain(city.Name)).ToDictionary(city => Plain(city.Name), city => city.Zone);

    /// <summary>To choose from: one for each zone that is in use, and large cities.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. InUse.Select(CityNames.InId).Where(city => ByCity.ContainsKey(Plain(city))).Concat(CityNames.Listed.Select(city => city.Name)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>How a zone is filled in: by its city in the reader's language, where that names no other, and isn't an id itself.</summary>
    public static string TextOf(string id, CultureInfo language) => CityNames.Of(id, language) is var city && OfCity(city)?.Id == id && !Zone.TryFind(city, out _) ? city : id;

    /// <returns>The zone of a place as people write it, such as "Paris, France" or "Brazil/São Paulo"; null where no part of it is a city that is known.</returns>
    public static Zone? OfPlace(string? place) => place is null ? null
        : place.Split([',', '/', ';', '(', ')', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(place.Trim())
            .Select(OfCity).FirstOrDefault(zone => zone is not null);

    /// <returns>Null where no city is known that is called so, or several zones have one.</returns>
    internal static Zone? OfCity(string city) =>
        ByCity.TryGetValue(Plain(city), out var id) || ByListedCity.TryGetValue(Plain(city), out id) ? Zone.Find(id) : null;

    private static string Plain(string city) => string.Concat(PlainText.Decomposed(city.Trim()).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
