using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Tests.Time;

public sealed class NamedZoneTests
{
    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("AUS Eastern Standard Time", "Australia/Sydney")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    public void A_zone_is_known_by_the_name_that_Windows_or_IANA_gives_it(string name, string id) =>
        Assert.Equal(id, Zone.TryFindNamed(name, out var zone) ? zone.Id : null);

    [Theory]
    [InlineData("Customized Time Zone")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_names_are_no_zone(string? name) => Assert.False(Zone.TryFindNamed(name, out _));

    [Fact]
    public void Only_the_hour_that_comes_twice_is_not_ordinary()
    {
        var berlin = Zone.Find("Europe/Berlin");
        var change = new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            [true, false, false, false, false, true],
            new[] { -90, -60, -30, 0, 30, 60 }.Select(minutes => berlin.IsOrdinary(change.AddMinutes(minutes))));
    }
}
