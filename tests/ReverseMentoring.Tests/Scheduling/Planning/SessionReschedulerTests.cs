using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;
using Interval = ReverseMentoring.Core.Time.Interval;

namespace ReverseMentoring.Tests.Scheduling.Planning;

public sealed class SessionReschedulerTests
{
    private static readonly Zone Berlin = Zone.Find("Europe/Berlin");
    private static readonly DateTimeOffset Fallen = Berlin.At(new(2026, 3, 3), new(10, 0));

    private static readonly RescheduleRequest Request = new(
        new(new(), [new(new PersonId("mentee"), Berlin, WorkingHours.Usual), new(new PersonId("mentor"), Berlin, WorkingHours.Usual)]),
        Fallen, Fallen.AddDays(-5), Fallen.AddDays(10))
    {
        Avoid = [new(Fallen, Fallen.AddMinutes(50))],
        Session = 2,
    };

    [Fact]
    public void Three_proposals_on_three_days_are_made_and_the_nearest_at_the_usual_hour_is_the_best()
    {
        var found = SessionRescheduler.Reschedule(Request);
        Assert.Equal(3, found.Proposals.Select(proposal => Berlin.DateAt(proposal.Time.Start)).Distinct().Count());
        Assert.Equal(Fallen.AddDays(-1), found.Best!.Time.Start);
        Assert.All(found.Proposals.Skip(1), other => Assert.True(other.Cost.Total >= found.Best.Cost.Total));
    }

    [Fact]
    public void On_the_only_day_left_the_proposals_share_it()
    {
        var found = SessionRescheduler.Reschedule(Request with
        {
            Earliest = Fallen.AddHours(-1),
            Latest = Fallen.AddHours(6),
        });
        Assert.Equal([-1, 1, 3], found.Proposals.Select(proposal => (int)(proposal.Time.Start - Fallen).TotalHours));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(400)]
    public void A_window_that_was_over_before_it_began_has_no_time(int days)
    {
        var found = SessionRescheduler.Reschedule(Request with { Earliest = Fallen.AddDays(days), Latest = Fallen });
        Assert.Empty(found.Proposals);
    }

    [Fact]
    public void Neighbours_of_the_series_keep_their_distance()
    {
        var found = SessionRescheduler.Reschedule(Request with { Previous = Fallen.AddDays(-4), Next = Fallen.AddDays(8) });
        Assert.All(found.Proposals, proposal => Assert.InRange((Berlin.DateAt(proposal.Time.Start).DayNumber - Berlin.DateAt(Fallen).DayNumber), 1, 3));
    }

    [Theory]
    [InlineData("window", Constraint.Window)]
    [InlineData("hours", Constraint.WorkingHours)]
    [InlineData("leave", Constraint.DaysOff)]
    [InlineData("busy", Constraint.Busy)]
    [InlineData("tried", Constraint.Booked)]
    [InlineData("week", Constraint.WeeklyLimit)]
    public void What_leaves_no_time_is_named(string obstacle, Constraint constraint)
    {
        var whole = new Interval(Request.Earliest.AddDays(-1), Request.Latest.AddDays(1));
        var mentor = Request.Series.Attendees[1];
        var request = obstacle switch
        {
            "window" => Request with { Previous = Fallen.AddDays(2), Earliest = Fallen, Latest = Fallen.AddDays(5) },
            "hours" => With(mentor with { Whereabouts = [new(default, Zone.Find("Asia/Tokyo"), WorkingHours.EveryWeekday(new(7, 0), new(12, 0)))] }),
            "leave" => With(mentor with { Absences = [new(new(2026, 2, 20), new(2026, 3, 20))] }),
            "busy" => With(mentor with { Busy = [whole] }),
            "tried" => Request with { Avoid = [whole] },
            _ => With(mentor with
            {
                Booked = [.. Enumerable.Range(0, 3).SelectMany(week => new[] { 7, 18 }.Select(hour =>
                    new Interval(Berlin.At(new DateOnly(2026, 2, 25).AddDays(7 * week), new(hour, 0)), Berlin.At(new DateOnly(2026, 2, 25).AddDays(7 * week), new(hour + 1, 0)))))],
            }),
        };

        var found = SessionRescheduler.Reschedule(request);

        Assert.Null(found.Best);
        Assert.Equal((2, constraint), (found.Shortfall!.Session, found.Shortfall.Constraint));

        RescheduleRequest With(Attendee changed) =>
            Request with { Series = Request.Series with { Attendees = [Request.Series.Attendees[0], changed] } };
    }

    [PropertyFact]
    public void Proposals_lie_where_everybody_is_free_inside_the_window() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).Select(SmallCase.From).ToArbitrary(), small =>
        {
            var earliest = new DateTimeOffset(small.Request.Plan.EarliestStart.AddDays(1), new(5, 7), TimeSpan.Zero);
            var every = new EverySeries(small.Request);
            var latest = earliest.AddDays(12);
            return SessionRescheduler.Reschedule(new(small.Request, earliest, earliest, latest)).Proposals.All(proposal =>
                every.IsAllowed(proposal.Time.Start) && proposal.Time.Start >= earliest && proposal.Time.End <= latest);
        }).Hold(200);
}
