using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Scheduling.Planning;

/// <summary>A pair small enough to try every series, near a change of summer time somewhere.</summary>
public sealed record SmallCase(int Seed, SeriesRequest Request)
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo", "Australia/Sydney",
        "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Kolkata", "Asia/Tokyo", "Africa/Cairo",
    ];

    private static readonly DateOnly[] Starts = [new(2026, 3, 2), new(2026, 3, 20), new(2026, 9, 21), new(2026, 10, 12)];

    public static SmallCase From(int seed)
    {
        var random = new Random(seed);
        var start = Starts[random.Next(Starts.Length)].AddDays(random.Next(5));
        var plan = new SessionPlan
        {
            Sessions = random.Next(1, 5),
            Minutes = random.Next(2) == 0 ? 50 : 90,
            MinimumDays = 7 + random.Next(3),
            IdealDays = 10,
            MaximumDays = 10 + random.Next(4),
            EarliestStart = start,
            LatestEnd = start.AddDays(random.Next(14, 36)),
            RasterMinutes = random.Next(2) == 0 ? 60 : 30,
            WeeklyLimit = random.Next(1, 3),
            Preferred = random.Next(2) == 0 ? [] : [new(new(10, 0), new(12, 0)), new(new(14, 0), new(16, 30))],
        };
        return new(seed, new(plan, [Person(random, new PersonId("mentee"), start), Person(random, new PersonId("mentor"), start)]));
    }

    private static Attendee Person(Random random, PersonId id, DateOnly start)
    {
        Whereabouts[] places = random.Next(4) == 0
            ? [Place(random, start.AddDays(-30)), Place(random, start.AddDays(random.Next(5, 20)))]
            : [Place(random, start.AddDays(-30))];
        return new(id, places)
        {
            Absences = random.Next(3) == 0 ? [Days(random, start, 4)] : [],
            Holidays = random.Next(3) == 0 ? [Days(random, start, 0)] : [],
            Busy = [.. Enumerable.Range(0, random.Next(12)).Select(_ => Hours(random, start, 5))],
            Booked = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Hours(random, start, 1))],
        };
    }

    private static Whereabouts Place(Random random, DateOnly from)
    {
        var begin = random.Next(0, 21);
        var hours = WorkingHours.EveryWeekday(new(begin, 0), new(Math.Min(23, begin + random.Next(2, 10)), 30));
        return new(from, Zone.Find(Zones[random.Next(Zones.Length)]), random.Next(3) == 0
            ? new([.. hours.Days, new(DayOfWeek.Saturday, new(1, 0), new(4, 0)), new(DayOfWeek.Sunday, new(1, 0), new(4, 0))])
            : hours);
    }

    private static DateRange Days(Random random, DateOnly start, int more)
    {
        var first = start.AddDays(random.Next(30));
        return new(first, first.AddDays(random.Next(more + 1)));
    }

    private static Interval Hours(Random random, DateOnly start, int longest)
    {
        var begin = new DateTimeOffset(start, default, TimeSpan.Zero).AddMinutes(30 * random.Next(48 * 36));
        return new(begin, begin.AddMinutes(30 * random.Next(1, (2 * longest) + 1)));
    }
}
