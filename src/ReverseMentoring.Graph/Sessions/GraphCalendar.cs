using Microsoft.Extensions.Options;
using Microsoft.Graph;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Graph.Calls;
using ReverseMentoring.Graph.People;

namespace ReverseMentoring.Graph.Sessions;

/// <summary>People's calendars in Microsoft 365.</summary>
public sealed class GraphCalendar(GraphServiceClient client, IOptions<GraphOptions> options, TimeProvider time) : ICalendar
{
    private readonly FreeBusy freeBusy = new(client, options.Value.ServiceMailbox);
    private readonly OutOfOffice outOfOffice = new(client, options.Value, time);
    private readonly SessionEvents events = new(client, options.Value.ServiceMailbox);
    private readonly EventChanges changes = new(client, options.Value);

    public async Task<IReadOnlyList<PersonBusy>> BusyAsync(
        IReadOnlyList<CalendarPerson> people, Interval window, CancellationToken cancellation)
    {
        var busy = await freeBusy.ReadAsync(people, window, cancellation);
        var away = await outOfOffice.ReadAsync(people, cancellation);
        return [.. busy.Zip(away, (person, absence) => absence is { } time && time.Overlaps(window)
            ? person with { Busy = [.. person.Busy.Append(time).OrderBy(entry => entry.Start).ThenBy(entry => entry.End)] }
            : person)];
    }

    public Task<BookedEvent> BookAsync(SessionEvent session, CancellationToken cancellation) =>
        events.BookAsync(session, cancellation);

    public Task<bool> MoveAsync(EventReference booked, Interval time, CancellationToken cancellation) =>
        events.MoveAsync(booked, time, cancellation);

    public Task<bool> InviteAsync(EventReference booked, IReadOnlyList<CalendarPerson> attendees, CancellationToken cancellation) =>
        events.InviteAsync(booked, attendees, cancellation);

    public Task CancelAsync(EventReference booked, string message, CancellationToken cancellation) =>
        events.CancelAsync(booked, message, cancellation);

    public Task<EventChange?> LookAsync(EventReference booked, CancellationToken cancellation) =>
        events.LookAsync(booked, cancellation);

    public Task<CalendarChanges> ChangesAsync(
        CalendarPerson? organizer, Interval window, string? since, CancellationToken cancellation) =>
        changes.ReadAsync(organizer, window, since, cancellation);
}
