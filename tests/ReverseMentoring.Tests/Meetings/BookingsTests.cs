using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>One person's sessions in all cohorts: kept by whoever read them last, and given back cohort by cohort.</summary>
public sealed class BookingsTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ana = new("ana");
    private static readonly CohortId Spring = new("spring"), Autumn = new("autumn");
    private static readonly MeetingId One = new("p-1"), Other = new("p-2");

    private readonly MemoryStore store = new();

    [Fact]
    public void The_same_two_in_another_cohort_are_another_meeting()
    {
        var bookings = new Bookings().With(Spring, One, [At(1)]).With(Autumn, One, [At(2)]).With(Spring, Other, [At(3)]);

        Assert.Equal([At(2), At(3)], bookings.Besides(Spring, One));
        Assert.Equal([At(1), At(2)], bookings.Besides(Spring, Other));
        Assert.Equal([At(2), At(3), At(4)], bookings.With(Spring, One, [At(4)]).Entries.Select(entry => entry.Time));
    }

    [Fact]
    public async Task What_is_kept_is_read_again_and_the_same_is_not_written_twice()
    {
        await Keep(Spring, One, At(1));
        var tag = (await Row())!.ETag;
        await Keep(Spring, One, At(1));

        Assert.Equal(tag, (await Row())!.ETag);
        Assert.Equal([new(Spring, One, At(1))], (await new BookingRepository(store).ReadPerson(Ana)).Value.Entries);
    }

    [Fact]
    public async Task Who_read_before_somebody_else_booked_keeps_nothing()
    {
        var bookings = new BookingRepository(store);
        var early = await bookings.ReadPerson(Ana);
        await Keep(Spring, One, At(1));
        var late = await bookings.ReadPerson(Ana);
        await Keep(Spring, Other, At(2));

        await Assert.ThrowsAnyAsync<StoreConflictException>(() => bookings.Keep(early, Autumn, One, [At(1)], default));
        await Assert.ThrowsAnyAsync<StoreConflictException>(() => bookings.Keep(late, Autumn, One, [At(2)], default));
        Assert.Equal([At(1), At(2)], (await bookings.ReadPerson(Ana)).Value.Entries.Select(entry => entry.Time));
    }

    [Fact]
    public async Task A_cohort_that_is_erased_leaves_the_others_bookings_and_the_last_takes_the_row()
    {
        await Keep(Spring, One, At(1));
        await Keep(Autumn, One, At(2));
        var bookings = new BookingRepository(store);

        await bookings.Forget(Ana, Spring, default);
        Assert.Equal([new(Autumn, One, At(2))], (await bookings.ReadPerson(Ana)).Value.Entries);
        await bookings.Forget(Ana, Autumn, default);
        Assert.Null(await Row());
        await bookings.Forget(Ana, Autumn, default);
    }

    private async Task Keep(CohortId cohort, MeetingId meeting, Interval time)
    {
        var bookings = new BookingRepository(store);
        await bookings.Keep(await bookings.ReadPerson(Ana), cohort, meeting, [time], default);
    }

    private async Task<Stored<Bookings>?> Row() => (await new BookingRepository(store).ReadPerson(Ana)).Row;

    private static Interval At(int day) => new(Start.AddDays(day), Start.AddDays(day).AddHours(1));
}
