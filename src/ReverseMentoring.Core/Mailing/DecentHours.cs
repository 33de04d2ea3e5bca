using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Mailing;

/// <summary>When somebody may be written to: from 7 to 19 h of their own zone, on no weekend and none of their days off.</summary>
/// <param name="zoneAt">The zone whose clock they look at, at a moment.</param>
/// <param name="daysOff">Their country's holidays, as far as they are known.</param>
public sealed class DecentHours(Func<DateTimeOffset, Zone> zoneAt, IReadOnlyList<DateRange> daysOff)
{
    public static readonly TimeOnly Begin = new(7, 0);

    /// <summary>The first minute that is too late.</summary>
    public static readonly TimeOnly End = new(19, 0);

    /// <summary>What has waited over night comes at the beginning of work.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    /// <summary>Hours in a week in which what waited can be sent: from the morning on, on five days.</summary>
    public static readonly double HoursInWeek = 5 * (End - Morning).TotalHours;

    /// <summary>Nobody is away for longer at one stretch, whatever a list of holidays says.</summary>
    private const int MostDays = 60;

    public static async Task<DecentHours> Of(IStore store, Cohort cohort, Person person, CancellationToken cancel) =>
        new(person.ZoneAt, await Holidays.DaysOffOf(store, cohort, person, cancel));

    /// <summary>Of whoever has no zone of their own here: the programme manager.</summary>
    public static DecentHours Of(Cohort cohort) => new(_ => cohort.Zone, []);

    public bool Contains(DateTimeOffset moment)
    {
        var local = zoneAt(moment).Local(moment);
        return IsWorkingDay(DateOnly.FromDateTime(local.DateTime)) && TimeOnly.FromDateTime(local.DateTime) is var time && time >= Begin && time < End;
    }

    /// <summary>The moment itself where it is decent, else the next morning that is.</summary>
    public DateTimeOffset From(DateTimeOffset moment)
    {
        if (Contains(moment))
        {
            return moment;
        }

        var zone = zoneAt(moment);
        var today = zone.At(zone.DateAt(moment), Morning);
        return today > moment && IsWorkingDay(zone.DateAt(moment)) ? today : NextDay(moment);
    }

    /// <summary>Of a moment outside decent hours: when the next ones begin.</summary>
    public DateTimeOffset NextBegin(DateTimeOffset moment)
    {
        var zone = zoneAt(moment);
        var today = zone.At(zone.DateAt(moment), Begin);
        return today > moment && IsWorkingDay(zone.DateAt(moment)) ? today : NextDay(moment).AddHours(Begin.Hour - Morning.Hour);
    }

    /// <summary>The morning of the next day that is decent.</summary>
    public DateTimeOffset NextDay(DateTimeOffset moment)
    {
        var zone = zoneAt(moment);
        var day = Enumerable.Range(1, MostDays).Select(days => zone.DateAt(moment).AddDays(days)).FirstOrDefault(IsWorkingDay, zone.DateAt(moment).AddDays(1));
        return zoneAt(zone.At(day, Morning)).At(day, Morning);
    }

    /// <summary>The morning of the last decent day that is no later than a moment's.</summary>
    public DateTimeOffset LastMorning(DateTimeOffset moment)
    {
        var zone = zoneAt(moment);
        var day = Enumerable.Range(0, MostDays).Select(days => zone.DateAt(moment).AddDays(-days)).FirstOrDefault(IsWorkingDay, zone.DateAt(moment));
        return zone.At(day, Morning);
    }

    /// <summary>Whether two moments lie on one day of theirs.</summary>
    public bool IsOneDay(DateTimeOffset one, DateTimeOffset other) => DayOf(one) == DayOf(other);

    /// <summary>On which day of theirs a moment lies.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => zoneAt(moment).DateAt(moment);

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !daysOff.Any(off => off.Contains(day));
}
