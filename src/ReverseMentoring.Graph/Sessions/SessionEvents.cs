using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Events.Item;
using Microsoft.Graph.Users.Item.Events.Item.Cancel;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Graph.Calls;

namespace ReverseMentoring.Graph.Sessions;

/// <summary>
/// Sessions as events with a Teams meeting. Each carries the id of its effect twice: as <c>transactionId</c>, by which
/// the service tells a repeated wish, and as a property that one can search for.
/// </summary>
internal sealed class SessionEvents(GraphServiceClient client, string serviceMailbox)
{
    /// <summary>Our property set and name, in the form that Graph wants for single-value extended properties.</summary>
    internal static readonly string EffectProperty = $"String {{{NamedGuid.For("graph.event.property")}}} Name Effect";

    private const int ReminderMinutes = 60;

    public async Task<BookedEvent> BookAsync(SessionEvent session, CancellationToken cancellation)
    {
        var effect = NamedGuid.For(session.Name).ToString();
        var created = await GraphErrors.CallAsync(
            () => client.Users[Mailbox(session.Organizer)].Events.PostAsync(Write(session, effect), cancellationToken: cancellation),
            HttpStatusCode.Conflict);

        // A conflict: the same wish has come before, and its event stands.
        return created is not null ? Booked(created)
            : await FindAsync(session.Organizer, effect, cancellation) ?? throw new CalendarException("the organiser has no such mailbox, or the event cannot be found");
    }

    public async Task<bool> MoveAsync(EventReference booked, Interval time, CancellationToken cancellation)
    {
        // Without the body: rewriting it would take the Teams meeting away.
        var moved = new Event { Start = GraphTime.Write(time.Start), End = GraphTime.Write(time.End) };
        return await GraphErrors.CallAsync(() => At(booked).PatchAsync(moved, cancellationToken: cancellation)) is not null;
    }

    /// <summary>Exchange itself writes to those who are new and to those who are left out, and to nobody else.</summary>
    public async Task<bool> InviteAsync(EventReference booked, IReadOnlyList<CalendarPerson> attendees, CancellationToken cancellation)
    {
        var invited = new Event { Attendees = Invited(attendees, booked.Organizer) };
        return await GraphErrors.CallAsync(() => At(booked).PatchAsync(invited, cancellationToken: cancellation)) is not null;
    }

    /// <summary>An event that is no longer there is what was wanted.</summary>
    public Task CancelAsync(EventReference booked, string message, CancellationToken cancellation) =>
        GraphErrors.CallAsync<object>(async () =>
        {
            await At(booked).Cancel.PostAsync(new CancelPostRequestBody { Comment = message }, cancellationToken: cancellation);
            return null;
        });

    public async Task<EventChange?> LookAsync(EventReference booked, CancellationToken cancellation)
    {
        var found = await GraphErrors.CallAsync(() => At(booked).GetAsync(
            request =>
            {
                request.Headers.Add("Prefer", GraphTime.PreferUtc);
                request.QueryParameters.Select = ["id", "start", "end", "isCancelled", "attendees"];
            },
            cancellation));
        return found is null ? null : EventChanges.ToChange(found);
    }

    private EventItemRequestBuilder At(EventReference booked) => client.Users[Mailbox(booked.Organizer)].Events[booked.Id];

    private async Task<BookedEvent?> FindAsync(CalendarPerson? organizer, string effect, CancellationToken cancellation)
    {
        var found = await GraphErrors.CallAsync(() => client.Users[Mailbox(organizer)].Events.GetAsync(
            request => request.QueryParameters.Filter =
                $"singleValueExtendedProperties/any(ep: ep/id eq '{EffectProperty}' and ep/value eq '{effect}')",
            cancellation));
        return found?.Value is [var first, ..] ? Booked(first) : null;
    }

    private string Mailbox(CalendarPerson? organizer) => organizer?.Address ?? serviceMailbox;

    private static BookedEvent Booked(Event created) =>
        new(created.Id!, Uri.TryCreate(created.OnlineMeeting?.JoinUrl, UriKind.Absolute, out var url) ? url : null);

    private static Event Write(SessionEvent session, string effect) => new()
    {
        Subject = session.Subject,
        Body = new() { ContentType = BodyType.Html, Content = Agenda.Html(session) },
        Start = GraphTime.Write(session.Time.Start),
        End = GraphTime.Write(session.Time.End),
        Attendees = Invited(session.Attendees, session.Organizer),
        // Its own reminder, so that no mail has to: it goes to the attendees with the event.
        IsReminderOn = true,
        ReminderMinutesBeforeStart = ReminderMinutes,
        IsOnlineMeeting = true,
        OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness,
        TransactionId = effect,
        SingleValueExtendedProperties = [new() { Id = EffectProperty, Value = effect }],
    };

    /// <summary>In whose calendar it stands is there without an invitation.</summary>
    private static List<Attendee> Invited(IReadOnlyList<CalendarPerson> attendees, CalendarPerson? organizer) =>
    [
        .. attendees.Where(person => !person.Address.Equals(organizer?.Address, StringComparison.OrdinalIgnoreCase)).Select(person => new Attendee
        {
            EmailAddress = new() { Address = person.Address, Name = person.Name },
            Type = AttendeeType.Required,
        }),
    ];
}
