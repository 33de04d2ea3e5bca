using Microsoft.Extensions.Options;
using Microsoft.Graph;
using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Graph.Sessions;

/// <summary>People's calendars in Microsoft 365.</summary>
public sealed class GraphCalendar(GraphServiceClient client, IOptions<GraphOptions> options) : ICalendar
{
    private readonly FreeBusy freeBusy = new(client, options.Value.ServiceMailbox);
    private readonly SessionEvents events = new(client, options.Value.ServiceMailbox);
    private readonly EventChanges changes = new(client, options.Value);

    public Task<IReadOnlyList<PersonBusy>> BusyAsync(
        IReadOnlyList<CalendarPerson> people, Interval window, CancellationToken cancellation) =>
        freeBusy.ReadAsync(people, window, cancellation);

    public Task<BookedEvent> BookAsync(SessionEvent session, CancellationToken cancellation) =>
        events.BookAsync(session, cancellation);

    public Task<bool> MoveAsync(EventReference booked, Interval time, CancellationToken cancellation) =>
        events.MoveAsync(booked, time, cancellation);

    public Task CancelAsync(EventReference booked, string message, CancellationToken cancellation) =>
        events.CancelAsync(booked, message, cancellation);

    public Task<EventChange?> LookAsync(EventReference booked, CancellationToken cancellation) =>
        events.LookAsync(booked, cancellation);

    public Task<CalendarChanges> ChangesAsync(
        CalendarPerson? organizer, Interval window, string? since, CancellationToken cancellation) =>
        changes.ReadAsync(organizer, window, since, cancellation);
}
