using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;

namespace ReverseMentoring.Core.Time;

/// <summary>
/// A time zone by its IANA id, from the zone database that NodaTime carries: the same rules on every machine.
/// A local time that a change of summer time skips is moved forward by the gap; one that comes twice means the first.
/// </summary>
public sealed record Zone
{
    private static readonly ZoneLocalMappingResolver Resolve =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private readonly DateTimeZone zone;

    private Zone(DateTimeZone zone) => this.zone = zone;

    /// <summary>The last day whose end is a moment in every zone; who is away until later is away for good.</summary>
    private static readonly DateOnly LastDay = DateOnly.MaxValue.AddDays(-2);

    /// <summary>Which release of the zone database these rules are from.</summary>
    public static string Rules { get; } = TzdbDateTimeZoneSource.Default.TzdbVersion;

    public static Zone Utc { get; } = new(DateTimeZone.Utc);

    /// <summary>IANA id, such as <c>Europe/Berlin</c>.</summary>
    public string Id => zone.Id;

    public static bool TryFind(string? id, [NotNullWhen(true)] out Zone? found)
    {
        var zone = string.IsNullOrWhiteSpace(id) ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id.Trim());
        found = zone is null ? null : new Zone(zone);
        return found is not null;
    }

    /// <param name="name">An IANA id, or the name that Windows has for a zone, such as <c>W. Europe Standard Time</c>.</param>
    public static bool TryFindNamed(string? name, [NotNullWhen(true)] out Zone? found) =>
        TryFind(name, out found) || (name is not null
            && TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name.Trim(), out var id)
            && TryFind(id, out found));

    /// <exception cref="ArgumentException">The id is not in the zone database.</exception>
    public static Zone Find(string id) =>
        TryFind(id, out var zone) ? zone : throw new ArgumentException($"'{id}' is no IANA time zone.", nameof(id));

    /// <summary>The moment at which clocks in this zone show this date and time.</summary>
    public DateTimeOffset At(DateOnly date, TimeOnly time) =>
        zone.ResolveLocal(date.ToLocalDate() + time.ToLocalTime(), Resolve).ToDateTimeOffset();

    /// <summary>Whether clocks in this zone show this date and time exactly once.</summary>
    public bool IsOrdinary(DateOnly date, TimeOnly time) =>
        zone.MapLocal(date.ToLocalDate() + time.ToLocalTime()).Count == 1;

    /// <summary>The end of a day, which is the start of the next: where a deadline lies.</summary>
    public DateTimeOffset EndOf(DateOnly date) => date > LastDay
        ? DateTimeOffset.MaxValue
        : zone.AtStartOfDay(date.AddDays(1).ToLocalDate()).ToDateTimeOffset();

    /// <summary>Whether clocks in this zone show the time of this moment at no other moment.</summary>
    public bool IsOrdinary(DateTimeOffset moment)
    {
        var instant = Instant.FromDateTimeOffset(moment);
        return zone.GetUtcOffset(instant - Duration.FromDays(1)) == zone.GetUtcOffset(instant + Duration.FromDays(1))
            || zone.MapLocal(instant.InZone(zone).LocalDateTime).Count == 1;
    }

    /// <summary>By how much clocks in this zone are ahead of UTC at a moment.</summary>
    public TimeSpan OffsetAt(DateTimeOffset moment) =>
        zone.GetUtcOffset(Instant.FromDateTimeOffset(moment)).ToTimeSpan();

    public DateTimeOffset Local(DateTimeOffset moment) =>
        Instant.FromDateTimeOffset(moment).InZone(zone).ToDateTimeOffset();

    public DateOnly DateAt(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    public bool Equals(Zone? other) => other?.Id == Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Id;
}
