using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Enrolment;

/// <summary>The list of large cities, and what those are called by our languages that a zone is named after.</summary>
public sealed class CityListTests
{
    private static readonly string[][] Cities = [.. Lines()];

    [Fact]
    public void Each_has_a_zone_that_is_in_use_and_a_name()
    {
        var inUse = TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(location => location.ZoneId).ToHashSet();
        Assert.InRange(Cities.Length, 200, 300);
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

    [Theory]
    [InlineData("fr", "Europe/Brussels", "Bruxelles")]
    [InlineData("fr-CH", "Europe/Vienna", "Vienne")]
    [InlineData("es", "America/New_York", "Nueva York")]
    [InlineData("pt", "Europe/Moscow", "Moscou")]
    [InlineData("pt-PT", "Europe/Moscow", "Moscovo")]
    [InlineData("de", "Europe/Rome", "Rom")]
    [InlineData("de", "America/Chicago", "Chicago")]
    [InlineData("en", "America/Sao_Paulo", "São Paulo")]
    public void A_zone_is_called_by_its_city_as_the_reader_calls_it(string language, string zone, string city)
    {
        var reader = new Localizer(Texts.Shared, CultureInfo.GetCultureInfo(language), Zone.Find(zone));

        Assert.Equal(city, reader.Place(zone));
        Assert.EndsWith($"{city})", reader.When(new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero)).Replace(" time)", ")", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>Each language that calls it otherwise than the zone's own id is one of ours, or a region of one.</summary>
    [Fact]
    public void What_stands_behind_a_name_are_languages_that_are_written() => Assert.All(
        Marks(), mark => Assert.Contains(CultureInfo.GetCultureInfo(mark).TwoLetterISOLanguageName, ReaderLanguage.Written));

    private static string Plain(string city) => string.Concat(PlainText.Decomposed(city).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static IEnumerable<string> Marks() => Read().SelectMany(line => line.Split(';')).Where(name => name.Contains('(', StringComparison.Ordinal))
        .SelectMany(name => name[(name.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd().TrimEnd(')').Split(' '));

    private static IEnumerable<string[]> Lines() => Read().Select(line => line.Split(';', StringSplitOptions.TrimEntries).Select(name => name.Split(" (")[0]).ToArray());

    private static string[] Read()
    {
        using var list = new StreamReader(typeof(Zone).Assembly.GetManifestResourceStream("cities.txt")!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
