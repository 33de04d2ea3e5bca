using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Scheduling.Planning;

public sealed class SeriesPlannerTests
{
    private static readonly SessionPlan Plan = new() { EarliestStart = new(2026, 2, 2), LatestEnd = new(2026, 10, 30) };

    [Theory]
    [InlineData("Europe/Berlin", "America/New_York", "2026-02-02")]
    [InlineData("Australia/Sydney", "Asia/Tokyo", "2026-08-31")]
    [InlineData("America/Santiago", "Europe/London", "2026-02-02")]
    [InlineData("Asia/Kolkata", "Europe/Berlin", "2026-09-07")]
    public void A_series_keeps_its_local_time_over_changes_of_summer_time(string mentee, string mentor, string start)
    {
        var zone = Zone.Find(mentee);
        var from = DateOnly.Parse(start, null);
        var found = SeriesPlanner.Plan(Pair(Plan with { EarliestStart = from, LatestEnd = from.AddDays(270) },
            new(new PersonId("mentee"), zone, Long), new(new PersonId("mentor"), Zone.Find(mentor), Long)));

        Assert.Null(found.Shortfall);
        Assert.Single(found.Sessions.Select(session => zone.Local(session.Start).TimeOfDay).Distinct());
        Assert.All(found.Sessions, session => Assert.InRange(Zone.Find(mentor).Local(session.Start).Hour, 7, 18));
    }

    [Fact]
    public void In_the_weeks_between_two_changes_the_series_moves_when_the_mentor_would_start_too_early()
    {
        // New York changes on 8 March, Berlin on 29 March: in between, 9:00 in New York is 14:00 in Berlin, not 15:00.
        var (berlin, york) = (Zone.Find("Europe/Berlin"), Zone.Find("America/New_York"));
        var found = SeriesPlanner.Plan(Pair(
            Plan with { Sessions = 3, IdealDays = 21, MinimumDays = 19, MaximumDays = 23, EarliestStart = new(2026, 3, 2), LatestEnd = new(2026, 4, 13) },
            new(new PersonId("mentee"), berlin, WorkingHours.EveryWeekday(new(9, 0), new(16, 0))),
            new(new PersonId("mentor"), york, WorkingHours.EveryWeekday(new(9, 0), new(10, 0)))));

        Assert.Equal([15, 14, 15], found.Sessions.Select(session => berlin.Local(session.Start).Hour));
        Assert.All(found.Sessions, session => Assert.Equal(9, york.Local(session.Start).Hour));
        Assert.Equal(50, found.Cost.LocalTime);
    }

    [Fact]
    public void Hours_that_come_twice_or_never_are_no_time_for_a_session()
    {
        var nights = new WorkingHours([new(DayOfWeek.Sunday, new(2, 0), new(4, 0))]);
        var berlin = Zone.Find("Europe/Berlin");
        foreach (var (date, hours) in new[] { (new DateOnly(2026, 3, 29), new[] { 3 }), (new(2026, 10, 25), [3]), (new(2026, 10, 18), [2, 2, 3, 3]) })
        {
            var slots = Enumerable.Range(0, 4).Select(half => SeriesPlanner.Plan(Pair(
                Plan with { Sessions = 1, Minutes = 30, EarliestStart = date, LatestEnd = date, Preferred = [] },
                new(new PersonId("mentee"), berlin, nights),
                new(new PersonId("mentor"), berlin, nights) { Busy = [.. Taken(berlin, date, half)] })))
                .SelectMany(series => series.Sessions.Select(session => berlin.Local(session.Start).Hour)).Distinct();
            Assert.Equal(hours.Distinct(), slots);
        }
    }

    [Fact]
    public void The_early_hour_goes_round_when_somebody_must_bear_it()
    {
        // Los Angeles and Berlin: eight or nine hours apart, so a session is early for one or late for the other.
        var (berlin, angeles) = (Zone.Find("Europe/Berlin"), Zone.Find("America/Los_Angeles"));
        var request = Pair(
            Plan with { Preferred = [new(new(9, 0), new(17, 0))] },
            new(new PersonId("mentee"), berlin, new([.. Only(7, 8), .. Only(20, 21)])),
            new(new PersonId("mentor"), angeles, WorkingHours.EveryWeekday(new(0, 0), new(0, 0))));
        var hours = SeriesPlanner.Plan(request).Sessions.Select(session => berlin.Local(session.Start).Hour).ToArray();
        Assert.Equal([20, 20, 20, 20, 20, 20], hours);

        // 22:00 to 23:00 in Los Angeles is 7:00 to 8:00 in Berlin: both orders burden somebody, and the burden changes sides.
        var even = Pair(
            Plan with { Preferred = [new(new(9, 0), new(17, 0))], Weights = new() { Burden = 0 } },
            new(new PersonId("mentee"), berlin, new([.. Only(8, 9), .. Only(18, 19)])),
            new(new PersonId("mentor"), angeles, WorkingHours.EveryWeekday(new(0, 0), new(0, 0))));
        var found = SeriesPlanner.Plan(even);
        Assert.Equal(0, found.Cost.Fairness);
        Assert.True(found.Cost.LocalTime > 0);
    }

    [Fact]
    public void Who_works_when_the_other_sleeps_is_told_that_the_hours_do_not_meet()
    {
        var found = SeriesPlanner.Plan(Pair(
            Plan, new(new PersonId("mentee"), Zone.Find("Asia/Tokyo"), WorkingHours.Usual), new(new PersonId("mentor"), Zone.Find("Europe/London"), WorkingHours.Usual)));
        Assert.Empty(found.Sessions);
        Assert.Equal((1, Constraint.WorkingHours), (found.Shortfall!.Session, found.Shortfall.Constraint));
    }

    [Fact]
    public void Leave_that_is_too_long_ends_the_series_and_is_named()
    {
        var found = SeriesPlanner.Plan(Pair(
            Plan,
            new(new PersonId("mentee"), Zone.Find("Europe/Berlin"), WorkingHours.Usual),
            new(new PersonId("mentor"), Zone.Find("Europe/Berlin"), WorkingHours.Usual) { Absences = [new(new(2026, 2, 20), new(2026, 10, 30))] }));
        Assert.Single(found.Sessions);
        Assert.Equal((2, Constraint.DaysOff), (found.Shortfall!.Session, found.Shortfall.Constraint));
    }

    [Fact]
    public void After_a_move_the_new_zone_and_hours_hold()
    {
        var (berlin, sydney) = (Zone.Find("Europe/Berlin"), Zone.Find("Australia/Sydney"));
        var found = SeriesPlanner.Plan(Pair(
            Plan,
            new(new PersonId("mentee"), [new(new(2026, 1, 1), berlin, WorkingHours.Usual), new(new(2026, 5, 1), sydney, WorkingHours.Usual)]),
            new(new PersonId("mentor"), Zone.Find("Asia/Kolkata"), Long)));
        Assert.Equal(6, found.Sessions.Count);
        Assert.All(found.Sessions, session =>
        {
            var zone = session.Start < sydney.At(new(2026, 5, 1), default) ? berlin : sydney;
            Assert.InRange(zone.Local(session.Start).Hour, 9, 16);
        });
    }

    [Fact]
    public void A_circle_of_eight_meets_where_all_work()
    {
        string[] zones = ["Europe/Berlin", "Europe/London", "Europe/Athens", "Africa/Cairo", "Asia/Dubai", "Asia/Kolkata", "Europe/Madrid", "Africa/Lagos"];
        var circle = zones.Select((zone, i) => new Attendee(new PersonId($"p{i}"), Zone.Find(zone), Long)).ToArray();
        var found = SeriesPlanner.Plan(new(Plan, circle));
        Assert.Null(found.Shortfall);
        Assert.All(found.Sessions, session => Assert.All(circle, person => Assert.InRange(person.Whereabouts[0].Zone.Local(session.Start).Hour, 7, 18)));
    }

    [Fact]
    public void A_plan_with_a_problem_is_refused_by_the_name_of_the_field() =>
        Assert.Contains("MaximumDays", Assert.Throws<ArgumentException>(() => SeriesPlanner.Plan(Pair(
            Plan with { MaximumDays = 10 }, new(new PersonId("a"), Zone.Utc, Long), new(new PersonId("b"), Zone.Utc, Long)))).Message, StringComparison.Ordinal);

    private static WorkingHours Long => WorkingHours.EveryWeekday(new(7, 0), new(19, 0));

    private static SeriesRequest Pair(SessionPlan plan, Attendee mentee, Attendee mentor) => new(plan, [mentee, mentor]);

    private static IEnumerable<DayHours> Only(int from, int to) => WorkingHours.EveryWeekday(new(from, 0), new(to, 0)).Days;

    /// <summary>All of two to four o'clock but one half hour, by the clock's own count from two.</summary>
    private static IEnumerable<Interval> Taken(Zone zone, DateOnly date, int free)
    {
        var start = zone.At(date, new(0, 0));
        var end = zone.At(date, new(6, 0));
        for (var at = start; at < end; at = at.AddMinutes(30))
        {
            if (zone.Local(at).TimeOfDay != TimeSpan.FromMinutes(120 + (30 * free)))
            {
                yield return new(at, at.AddMinutes(30));
            }
        }
    }
}
