using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Each phase has its place in what is to come: none lasts no days because it was forgotten.</summary>
public sealed class ScheduleTests
{
    public static TheoryData<string> Phases => [.. PhaseCatalogue.Names];

    [Theory]
    [MemberData(nameof(Phases))]
    public void From_each_phase_it_is_said_when_the_later_ones_begin(string phase)
    {
        var schedule = Estimate(phase);

        Assert.Equal(PhaseCatalogue.Names.SkipWhile(name => name != phase).Skip(1), schedule.Begins.Keys);
        Assert.Equal(schedule.Begins.Values.Order(), schedule.Begins.Values);
        Assert.Equal(phase is PhaseNames.Matching or PhaseNames.Report or PhaseNames.Erased, schedule.Ends is null);
    }

    [Fact]
    public void Only_what_is_reckoned_or_written_takes_no_days()
    {
        var begins = Estimate(PhaseNames.Preparation).Begins;

        Assert.Equal(
            [PhaseNames.Matching, PhaseNames.Report],
            begins.Zip(begins.Skip(1)).Where(pair => pair.First.Value == pair.Second.Value).Select(pair => pair.First.Key));
    }

    [Fact]
    public void A_phase_without_a_place_is_a_fault_and_not_a_phase_of_no_days() =>
        Assert.Throws<ArgumentException>(() => Estimate("mid-term-party"));

    /// <summary>HR begins three weeks before the first day, and people come by themselves: the call for them ends with the call for topics, and not weeks later.</summary>
    [Fact]
    public void An_open_call_that_was_begun_early_ends_when_topics_are_no_longer_called_for()
    {
        var cohort = Called(null);
        var state = CycleState.Begin(SmallCohort.Start.AddDays(-21)) with { Phase = PhaseNames.CallForTopics, OpenedAt = SmallCohort.Start.AddDays(-21) };

        Assert.Equal(AskedUntil(cohort, state), OpenCalls.EndOf(cohort, state));
        Assert.True(OpenCalls.EndOf(cohort, state) < SmallCohort.Start);
        Assert.Equal(AskedUntil(cohort, state with { ExtraDays = 3 }), OpenCalls.EndOf(cohort, state with { ExtraDays = 3 }));
        Assert.Equal(SmallCohort.Start, OpenCalls.EndOf(cohort, state.GoTo(PhaseNames.OffersAndWishes, SmallCohort.Start, 0)));
    }

    [Fact]
    public void As_long_as_people_can_come_by_themselves_topics_are_called_for()
    {
        var cohort = Called(DateOnly.FromDateTime(SmallCohort.Start.AddDays(40).Date));
        var called = CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.CallForTopics, OpenedAt = SmallCohort.Start };

        Assert.Equal(OpenCalls.EndOf(cohort, called), AskedUntil(cohort, called));
        Assert.True(Schedule.Estimate(cohort, CycleState.Begin(SmallCohort.Start), new(called, [], [], []), [], SmallCohort.Start).Begins[PhaseNames.OffersAndWishes] >= OpenCalls.EndOf(cohort, called));
    }

    /// <summary>One pair more, of which nobody knows yet when it meets, moves the end by the length of its own sessions and not by months.</summary>
    [Fact]
    public void A_pair_that_is_asked_while_others_meet_moves_the_end_by_what_its_sessions_take()
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var now = SmallCohort.Start.AddDays(60);
        var state = CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Sessions, OpenedAt = SmallCohort.Start };
        var running = Pair("p-1") with { Status = MeetingStatus.Running, SessionsPlanned = 1 };
        var session = Session.Planned(running.Id, 1, new(now.AddDays(100), now.AddDays(100).AddHours(1)), []);
        var usual = ((cohort.Settings.Sessions.Sessions - 1) * cohort.Settings.Sessions.IdealDays) + cohort.Settings.RebookingDays + 7;

        Assert.Equal(session.Time.End, Ends(running));
        Assert.InRange(Ends(running, Pair("p-2") with { Status = MeetingStatus.Proposed })!.Value, session.Time.End, now.AddDays(Math.Max(usual, 100) + 30));

        DateTimeOffset? Ends(params Meeting[] meetings) => Schedule.Estimate(cohort, state, new(state, [], meetings, [session]), [], now).Ends;
    }

    /// <summary>The days in which HR can look at topics count before the first day, while people are asked, and after that.</summary>
    [Fact]
    public void What_is_said_of_later_phases_stays_as_the_cohort_goes_from_one_to_the_next()
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var before = At(cohort, CycleState.Begin(SmallCohort.Start.AddDays(-3)), SmallCohort.Start.AddDays(-3));
        var asking = CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.CallForTopics, OpenedAt = SmallCohort.Start };
        var asked = At(cohort, asking, SmallCohort.Start);
        var answered = At(cohort, asking with { AnsweredAt = asked.AskedUntil }, asked.AskedUntil!.Value);

        Assert.Equal(before.Begins[PhaseNames.OffersAndWishes], asked.Begins[PhaseNames.OffersAndWishes]);
        Assert.Equal(asked.Begins.Values, answered.Begins.Values);
        Assert.Equal((asked.Ends, null), (answered.Ends, answered.AskedUntil));
        Assert.True(asked.AskedUntil < asked.Ends);
        var unlooked = cohort with { Settings = cohort.Settings with { TopicsLookDays = 0 } };
        Assert.Equal((asked.AskedUntil, null), (At(unlooked, asking, SmallCohort.Start).Ends, At(unlooked, asking, SmallCohort.Start).AskedUntil));
    }

    /// <summary>Whoever is admitted when all others have answered has their days, from when they are asked; so long topics are called for.</summary>
    [Fact]
    public void Somebody_who_came_while_topics_wait_to_be_looked_at_is_waited_for()
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var answered = SmallCohort.Start.AddDays(2);
        var state = CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.CallForTopics, OpenedAt = SmallCohort.Start, AnsweredAt = answered };
        var (looked, later) = (cohort.EndOfDay(answered, cohort.Settings.TopicsLookDays), answered.AddDays(7));

        Assert.Equal((looked, false), Told([SmallCohort.Start], answered));
        Assert.Equal((cohort.EndOfDay(later, cohort.Settings.Phases.CallForTopics), true), Told([SmallCohort.Start, later], later));
        Assert.Equal((cohort.EndOfDay(later, cohort.Settings.Phases.CallForTopics), true), Told([SmallCohort.Start, null], later));

        (DateTimeOffset?, bool) Told(DateTimeOffset?[] asked, DateTimeOffset now)
        {
            var schedule = Schedule.Estimate(cohort, state, new(state, [], [], []), asked, now);
            return (schedule.Ends, schedule.AreMoreAsked);
        }
    }

    /// <summary>Whoever's invitation waits to be sent has all their days before them; what was due on Friday's evening comes on Monday.</summary>
    [Fact]
    public void No_end_is_said_that_is_past_or_on_a_day_off()
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var state = CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.OffersAndWishes, OpenedAt = SmallCohort.Start };
        var ends = At(cohort, state, SmallCohort.Start).Ends!.Value;
        Assert.Equal(cohort.EndOfDay(ends.AddDays(3), cohort.Settings.Phases.OffersAndWishes), Schedule.Estimate(cohort, state, new(state, [], [], []), [SmallCohort.Start, null], ends.AddDays(3)).Ends);
        foreach (var phase in PhaseCatalogue.Names.Where(name => PhaseCatalogue.IsBefore(name, PhaseNames.Report) && name is not (PhaseNames.Sessions or PhaseNames.Matching)))
        {
            var here = state with { Phase = phase };
            var settings = cohort with { Settings = cohort.Settings with { Review = cohort.Settings.Review with { GoOnAfterDeadline = true } } };
            Assert.All(Enumerable.Range(0, 40), day =>
            {
                var now = SmallCohort.Start.AddDays(day);
                var told = At(settings, here, now).Ends!.Value;
                Assert.True(told >= now && cohort.Days.IsWorkday(cohort.Zone.DateAt(told.AddMinutes(-1))), $"{phase}, {now}: {told}");
            });
        }
    }

    [Fact]
    public void A_review_that_waits_for_its_manager_is_reckoned_with_until_its_deadline()
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var state = CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Review, OpenedAt = SmallCohort.Start };
        var deadline = cohort.EndOfDay(SmallCohort.Start, cohort.Settings.Phases.Review);

        Assert.False(cohort.Settings.Review.GoOnAfterDeadline);
        Assert.All(Enumerable.Range(0, 4), day => Assert.Equal(cohort.OnWorkday(deadline), At(cohort, state, SmallCohort.Start.AddDays(day)).Begins[PhaseNames.Confirmation]));
        Assert.Null(At(cohort, state, SmallCohort.Start).Ends);
        Assert.Equal(cohort.OnWorkday(deadline.AddDays(20)), At(cohort, state, deadline.AddDays(20)).Begins[PhaseNames.Confirmation]);
    }

    /// <summary>As long as it is open whether the last session was held, or another time is looked for, the phase goes on.</summary>
    [Fact]
    public void No_end_of_the_sessions_is_said_that_is_past()
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var now = SmallCohort.Start.AddDays(60);
        var state = CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Sessions, OpenedAt = SmallCohort.Start };

        Assert.Equal(now.AddDays(3).AddHours(1), At(cohort, state, now, Of(now.AddDays(3))).Ends);
        Assert.Equal(now.AddDays(2).AddHours(1), At(cohort, state, now, Of(now.AddDays(-3))).Ends);
        Assert.Equal(now.AddDays(4).AddHours(1), At(cohort, state, now, Of(now.AddDays(-10))).Ends);
        Assert.Equal(now, At(cohort, state, now, Of(now.AddDays(-40))).Ends);
        Assert.Equal(cohort.EndOfDay(now.AddDays(-2), cohort.Settings.RebookingDays), At(cohort, state, now, Of(now.AddDays(-2)) with { UnscheduledAt = now }).Ends);
        Assert.Equal(now.AddDays(3).AddHours(1), At(cohort, state, now, Of(now.AddDays(-3)) with { Status = SessionStatus.Held }, Of(now.AddDays(3))).Ends);

        static Session Of(DateTimeOffset start) => Session.Planned(new("p-1"), 1, new(start, start.AddHours(1)), []);
    }

    [Fact]
    public void What_ends_with_a_day_has_ended_on_it()
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var friday = new DateOnly(2026, 3, 6);

        Assert.Equal(friday, DayOf(cohort.Zone.EndOf(friday)));
        Assert.Equal(friday, DayOf(cohort.Zone.EndOf(friday.AddDays(2))));
        Assert.Equal(friday.AddDays(1), DayOf(cohort.Zone.At(friday.AddDays(1), new(9, 0))));

        DateOnly DayOf(DateTimeOffset end) => cohort.Zone.DateAt(cohort.DayOfEnd(end));
    }

    /// <summary>Personal data is kept for so many days of the calendar: nobody's holidays keep it longer.</summary>
    [Theory]
    [InlineData("2027-12-01")]
    [InlineData("2027-03-01")]
    public void Erasure_comes_after_the_days_that_the_settings_name(string day)
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var over = cohort.Zone.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new(9, 0));
        var state = CycleState.Begin(over) with { Phase = PhaseNames.Retention, OpenedAt = over };
        var ends = Schedule.Estimate(cohort, state, new(state, [], [], []), [], over).Ends!.Value;

        Assert.Equal(90, cohort.Settings.RetentionDays);
        Assert.Equal(cohort.Zone.DateAt(over).AddDays(90), cohort.Zone.DateAt(ends.AddMinutes(-1)));
        Assert.Equal(cohort.ErasedAfter(over), ends);
    }

    private static Cohort Called(DateOnly? until)
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        return cohort with { Settings = cohort.Settings with { OpenCall = new() { Domains = ["example.com"], Until = until } } };
    }

    private static DateTimeOffset? AskedUntil(Cohort cohort, CycleState state) => At(cohort, state, state.OpenedAt!.Value).AskedUntil;

    private static Schedule At(Cohort cohort, CycleState state, DateTimeOffset now, params Session[] sessions) =>
        Schedule.Estimate(cohort, state, new(state, [], [], sessions), [state.OpenedAt], now);

    private static Meeting Pair(string id) => new() { Id = new(id), Kind = MeetingKind.Pair, Round = 1, Members = [] };

    private static Schedule Estimate(string phase)
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var settings = cohort.Settings with { Review = cohort.Settings.Review with { GoOnAfterDeadline = true } };
        var state = CycleState.Begin(SmallCohort.Start) with { Phase = phase, OpenedAt = SmallCohort.Start };

        // One that has no sessions yet.
        return Schedule.Estimate(cohort with { Settings = settings }, state, new(state, [], [Pair("p-1")], []), [], SmallCohort.Start);
    }
}
