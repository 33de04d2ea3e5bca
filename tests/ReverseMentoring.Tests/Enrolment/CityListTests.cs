using NodaTime;
using NodaTime.TimeZones;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Tests.Enrolment;

/// <summary>The list of large cities that no zone is named after.</summary>
public sealed class CityListTests
{
    private static readonly string[][] Cities = [.. Lines()];

    [Fact]
    public void Each_has_a_zone_that_is_in_use_and_a_name()
    {
        var inUse = TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(location => location.ZoneId).ToHashSet();
        Assert.InRange(Cities.Length, 150, 250);
        Assert.All(Cities, city =>
        {
            Assert.True(city.Length > 1 && city.All(part => part.Length > 1), string.Join(';', city));
            Assert.Contains(TzdbDateTimeZoneSource.Default.CanonicalIdMap[city[0]], inUse.Select(id => TzdbDateTimeZoneSource.Default.CanonicalIdMap[id]));
            Assert.True(Zone.TryFind(city[0], out _), city[0]);
        });
    }

    [Fact]
    public void No_name_stands_for_two_cities() =>
        Assert.Empty(Cities.SelectMany(city => city.Skip(1).Select(Plain).Distinct()).GroupBy(name => name).Where(name => name.Count() > 1).Select(name => name.Key));

    /// <summary>Where a zone's own id names a city so, that goes first.</summary>
    [Fact]
    public void None_is_called_as_the_city_of_another_zone()
    {
        var source = TzdbDateTimeZoneSource.Default;
        var named = source.GetIds().Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
            .ToLookup(id => Plain(id[(id.LastIndexOf('/') + 1)..]), id => source.CanonicalIdMap[id]);
        Assert.All(Cities, city => Assert.All(city.Skip(1), name => Assert.Subset(new HashSet<string> { source.CanonicalIdMap[city[0]] }, named[Plain(name)].ToHashSet())));
    }

    private static string Plain(string city) => string.Concat(PlainText.Decomposed(city).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static IEnumerable<string[]> Lines()
    {
        using var list = new StreamReader(typeof(Zone).Assembly.GetManifestResourceStream("cities.txt")!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split(';', StringSplitOptions.TrimEntries))];
    }
}
