using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Matching;

/// <summary>Where calendars are reached, two who never have time at once are no pair.</summary>
public sealed class FreeTimeTests
{
    private static readonly object InMicrosoft365 = new { calendar = new { mode = "microsoft365" }, sessions = new { sessions = 1 } };

    [Fact]
    public async Task A_leader_is_paired_with_the_junior_who_has_time_when_the_leader_has()
    {
        var calendar = new FakeCalendar();
        Block(calendar, Leader(1), from: 6, to: 12);
        Block(calendar, Junior(1), from: 12, to: 20);
        await using var programme = await Begin(calendar);
        await programme.UntilReview(1, 2);

        var pair = Assert.Single(await programme.Pairs());
        Assert.Equal(Junior(2), (await programme.People()).Single(person => person.Id == pair.Mentor).Email);

        await programme.Command("approve");
        await programme.Accepts(Leader(1));
        await programme.Accepts(Junior(2));
        Assert.Empty(await programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.FreeTime)).ToListAsync());
    }

    [Fact]
    public async Task Calendars_that_want_to_be_left_alone_are_waited_for()
    {
        var calendar = new FakeCalendar { BusyFor = TimeSpan.FromMinutes(90) };
        await using var programme = await Begin(calendar);
        await programme.UntilReview(1, 2);
        Assert.Equal("matching", await programme.Phase());

        calendar.BusyFor = null;
        await programme.Time.TurnTo(programme.Time.Now.AddHours(2));
        Assert.Equal("review", await programme.Phase());
    }

    [Fact]
    public void Free_time_survives_being_written_down()
    {
        var monday = new DateTimeOffset(2027, 1, 4, 0, 0, 0, TimeSpan.Zero);
        var free = FreeTime.FromIntervals([new(monday.AddHours(9), monday.AddHours(10))], monday, 60, TimeSpan.FromMinutes(50));
        var read = FreeTime.Unpack(free.Pack());

        Assert.True(read.Shares(free, 1));
        Assert.False(read.Shares(free, 2));
    }

    private static void Block(FakeCalendar calendar, string address, int from, int to)
    {
        var first = new DateTimeOffset(2027, 1, 4, 0, 0, 0, TimeSpan.Zero);
        foreach (var day in Enumerable.Range(0, 120).Select(day => first.AddDays(day)))
        {
            calendar.PutOver(address, new Interval(day.AddHours(from), day.AddHours(to)));
        }
    }

    private static Task<TestProgramme> Begin(FakeCalendar calendar) => TestProgramme.Start(
        SmallCompany.Of(1, 2), InMicrosoft365, more: services => services.AddSingleton<ICalendar>(calendar));
}
