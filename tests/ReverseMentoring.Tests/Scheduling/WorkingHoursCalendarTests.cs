using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Tests.Scheduling;

public sealed class WorkingHoursCalendarTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkingHoursCalendar Calendar = new(new OneBooking());

    [Fact]
    public async Task People_are_taken_when_the_product_has_booked_them()
    {
        var busy = await Calendar.BusyAsync([new("a", "a@example.org", "A"), new("b", "b@example.org", "B")], new(Start, Start.AddDays(1)), default);
        Assert.Equal([1, 0], busy.Select(person => person.Busy.Count));
        Assert.All(busy, person => Assert.Null(person.Problem));
    }

    [Fact]
    public async Task An_event_is_known_by_the_name_of_its_effect_and_never_changes_by_itself()
    {
        var booked = await Calendar.BookAsync(new("c1.p7.s2.book", new(Start, Start.AddHours(1)), null, [], "Session"), default);
        Assert.Equal(("c1.p7.s2.book", null), (booked.Id, booked.JoinUrl));
        Assert.False((await Calendar.LookAsync(new(booked.Id, null), default))!.Gone);
        Assert.Empty((await Calendar.ChangesAsync(null, new(Start, Start.AddDays(1)), null, default)).Changes);
    }

    private sealed class OneBooking : IBookings
    {
        public Task<IReadOnlyList<Interval>> OfAsync(string person, Interval window, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Interval>>(person == "a" ? [new(window.Start, window.Start.AddHours(1))] : []);
    }
}
