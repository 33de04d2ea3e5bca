using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Scheduling.Planning;

/// <summary>The time at which most of a group can come, against a look at every time there is.</summary>
public sealed class AttendanceTests
{
    private static readonly DateOnly First = new(2027, 3, 22);
    private static readonly DateOnly Last = new(2027, 3, 30);
    private static readonly string[] Zones = ["Europe/Berlin", "Europe/Lisbon", "America/New_York", "Asia/Kolkata"];

    [PropertyFact]
    public void No_other_time_that_is_allowed_has_more_people() => PropertyRun.Hold(60, seed =>
    {
        var people = People(seed);
        var search = new Attendance(new(Plan, people));
        var rule = new AttendanceRule(people[0].Id, who => who.Count >= 2);
        var best = search.Best(First, Last, First, rule, _ => true);
        var all = EveryTime().Select(time => new AttendedTime(time, search.Missing(time)))
            .Where(found => found.Without.Count <= people.Length - 2 && !found.Without.Contains(people[0].Id)).ToArray();

        Assert.Equal(all.Length == 0 ? null : all.Min(found => found.Without.Count), best?.Without.Count);
        if (best is not null)
        {
            Assert.Equal(search.Missing(best.Time), best.Without);
        }
    });

    [PropertyFact]
    public void Who_is_to_come_is_free_then_and_at_work() => PropertyRun.Hold(60, seed =>
    {
        var people = People(seed);
        if (new Attendance(new(Plan, people)).Best(First, Last, First, new(null, who => who.Count >= 1), _ => true) is not { } best)
        {
            return;
        }

        foreach (var person in people.Where(person => !best.Without.Contains(person.Id)))
        {
            Assert.DoesNotContain(person.Busy.Concat(person.Booked), busy => busy.Overlaps(best.Time));
            var there = person.Whereabouts[0];
            Assert.Contains(there.Hours.On(there.Zone.DateAt(best.Time.Start), there.Zone), work => work.Contains(best.Time));
        }
    });

    [Fact]
    public void Where_all_can_come_on_several_days_the_one_nearest_to_the_wish_is_taken()
    {
        Attendee[] people = [new(new PersonId("a"), Zone.Find("Europe/Berlin"), WorkingHours.Usual), new(new PersonId("b"), Zone.Find("Europe/Lisbon"), WorkingHours.Usual)];
        var best = new Attendance(new(Plan, people)).Best(First, Last, new(2027, 3, 25), new(null, who => who.Count == 2), _ => true)!;
        Assert.Equal(new DateOnly(2027, 3, 25), DateOnly.FromDateTime(best.Time.Start.DateTime));
    }

    private static SessionPlan Plan { get; } = new() { EarliestStart = First, LatestEnd = Last };

    private static IEnumerable<Interval> EveryTime()
    {
        var zone = Zone.Find(Zones[0]);
        return Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1)
            .SelectMany(day => Enumerable.Range(0, 48).Select(half => zone.At(First.AddDays(day), new TimeOnly(half / 2, half % 2 * 30))))
            .Select(start => new Interval(start, start.AddMinutes(Plan.Minutes)));
    }

    private static Attendee[] People(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(2, 7)).Select(number =>
        {
            // The first keeps the clock on which every time is looked at.
            var zone = Zone.Find(number == 0 ? Zones[0] : Zones[random.Next(Zones.Length)]);
            return new Attendee(new PersonId($"p{number}"), zone, WorkingHours.Usual)
            {
                Busy = [.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => Some(random))],
                Booked = [.. Enumerable.Range(0, random.Next(0, 2)).Select(_ => Some(random))],
                Absences = random.Next(4) == 0 ? [new(First.AddDays(random.Next(8)), Last)] : [],
            };
        })];
    }

    private static Interval Some(Random random)
    {
        var start = new DateTimeOffset(2027, 3, 22, 6, 0, 0, TimeSpan.Zero).AddDays(random.Next(9)).AddMinutes(30 * random.Next(24));
        return new(start, start.AddMinutes(30 * random.Next(1, 8)));
    }
}
