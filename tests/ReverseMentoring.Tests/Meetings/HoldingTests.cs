using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>Times are held for people before it is written for what: whoever stops in between, or is slower than another, leaves nothing held that was not decided.</summary>
public sealed class HoldingTests
{
    [Fact]
    public async Task Whoever_holds_times_says_so_before_and_no_more_when_it_is_decided()
    {
        await using var pair = Pair();
        await pair.Step();

        Assert.False(pair.Meeting().Holding);
        Assert.NotEmpty(await pair.Held(Ana));
    }

    [Theory]
    [InlineData(CycleStatus.Running)]
    [InlineData(CycleStatus.Paused)]
    public async Task What_was_held_and_never_decided_is_given_back_by_the_next_step(CycleStatus status)
    {
        await using var pair = await Stopped(On(50));
        pair.Change(state => state with { Status = status });

        await pair.Step();
        Assert.Equal([On(10)], await pair.Held(Ana));
        Assert.Equal([On(10)], await pair.Held(Ben));
        Assert.False(pair.Meeting().Holding);
    }

    [Fact]
    public async Task A_step_that_held_and_has_not_decided_yet_can_hold_nothing_after_it_was_mended()
    {
        await using var pair = await Stopped(On(10));
        var slow = await new BookingRepository(pair.Store).ReadPerson(Ben.Id);

        await pair.Step();
        await Assert.ThrowsAnyAsync<StoreConflictException>(() => new BookingRepository(pair.Store).Keep(slow, Spring, pair.Id, [On(50)], default));
    }

    [Fact]
    public async Task Of_two_steps_at_the_same_time_the_slower_one_holds_nothing()
    {
        var calendar = new FakeCalendar();
        await using var pair = Pair(calendar: calendar);
        calendar.Meanwhile = pair.Settle;

        await Assert.ThrowsAnyAsync<StoreConflictException>(pair.Step);
        var sessions = (await pair.Sessions()).Select(session => session.Time).ToArray();
        Assert.NotEmpty(calendar.Standing);
        Assert.Equal(sessions, await pair.Held(Ana));
        Assert.Equal(sessions, await pair.Held(Ben));
    }

    /// <summary>A session at day 10, of which something else is held.</summary>
    private static async Task<SteppedMeeting> Stopped(Interval held)
    {
        var pair = Pair();
        pair.With(pair.Told(1, 10)).Change(meeting => meeting with { Holding = true });
        var bookings = new BookingRepository(pair.Store);
        foreach (var person in pair.People)
        {
            await bookings.Keep(await bookings.ReadPerson(person.Id), Spring, pair.Id, [held], default);
        }

        return pair;
    }
}
