using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>An attendee's own time: which clock they look at when, and what it shows.</summary>
internal sealed class AttendeeClock
{
    private readonly (Interval Valid, Whereabouts Place)[] places;

    public AttendeeClock(Attendee attendee)
    {
        if (attendee.Whereabouts.Count == 0)
        {
            throw new ArgumentException($"'{attendee.Id}' needs a zone and working hours.", nameof(attendee));
        }

        var ordered = attendee.Whereabouts.OrderBy(place => place.From).ToArray();
        places = [.. ordered.Select((place, index) => (new Interval(Since(index), Since(index + 1)), place))];

        DateTimeOffset Since(int index) =>
            index == 0 ? DateTimeOffset.MinValue
            : index == ordered.Length ? DateTimeOffset.MaxValue
            : ordered[index].Zone.EndOf(ordered[index].From.AddDays(-1));
    }

    public Zone ZoneAt(DateTimeOffset moment)
    {
        var last = places.Length - 1;
        while (last > 0 && moment < places[last].Valid.Start)
        {
            last--;
        }

        return places[last].Place.Zone;
    }

    public DateTimeOffset LocalTime(DateTimeOffset moment) => moment.ToOffset(ZoneAt(moment).OffsetAt(moment));

    public DateOnly DateAt(DateTimeOffset moment) => DateOnly.FromDateTime(LocalTime(moment).DateTime);

    /// <summary>Working time that begins between two dates, both included; days off are not yet taken out. None where the last is long before the first.</summary>
    public List<Interval> Working(DateOnly first, DateOnly last) =>
        Intervals.Union(places.SelectMany(entry =>
            Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1))
                .SelectMany(day => entry.Place.Hours.On(first.AddDays(day), entry.Place.Zone))
                .Select(interval => Cut(interval, entry.Valid))));

    /// <summary>Whole days as real time, each on the clock that holds then.</summary>
    public List<Interval> InRealTime(IEnumerable<DateRange> days) =>
        Intervals.Union(days.SelectMany(range => places.Select(entry => Cut(range.In(entry.Place.Zone), entry.Valid))));

    private static Interval Cut(Interval interval, Interval valid) => new(
        interval.Start < valid.Start ? valid.Start : interval.Start,
        interval.End > valid.End ? valid.End : interval.End);
}
