using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Calendars;

/// <summary>The sessions that this product has booked for somebody, in all cohorts.</summary>
public interface IBookings
{
    Task<IReadOnlyList<Interval>> OfAsync(string person, Interval window, CancellationToken cancellation);
}

/// <summary>
/// The calendar of a host that reaches no calendars: people are taken when the product has booked them, and else as
/// their working hours say. Events exist only in the invitations that are mailed, so nothing ever changes by itself.
/// </summary>
public sealed class WorkingHoursCalendar(IBookings bookings) : ICalendar
{
    public async Task<IReadOnlyList<PersonBusy>> BusyAsync(
        IReadOnlyList<CalendarPerson> people, Interval window, CancellationToken cancellation)
    {
        var busy = new List<PersonBusy>(people.Count);
        foreach (var person in people)
        {
            busy.Add(new(person.Id, Intervals.Union(await bookings.OfAsync(person.Id, window, cancellation))));
        }

        return busy;
    }

    public Task<BookedEvent> BookAsync(SessionEvent session, CancellationToken cancellation) =>
        Task.FromResult(new BookedEvent(session.Name, JoinUrl: null));

    public Task<bool> MoveAsync(EventReference booked, Interval time, CancellationToken cancellation) => Task.FromResult(true);

    public Task<bool> InviteAsync(EventReference booked, IReadOnlyList<CalendarPerson> attendees, CancellationToken cancellation) => Task.FromResult(true);

    public Task CancelAsync(EventReference booked, string message, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Nobody but the product changes its events, so there is nothing to tell of one.</summary>
    public Task<EventChange?> LookAsync(EventReference booked, CancellationToken cancellation) =>
        Task.FromResult<EventChange?>(new(booked.Id, Time: null, Gone: false, []));

    public Task<CalendarChanges> ChangesAsync(
        CalendarPerson? organizer, Interval window, string? since, CancellationToken cancellation) =>
        Task.FromResult(new CalendarChanges([], since ?? "", Complete: false));
}
