using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Scheduling.Calendars;

/// <summary>People's calendars, where the host can reach them. Addresses appear only here, at the edge.</summary>
/// <remarks>
/// All methods throw <see cref="CalendarBusyException"/> when the calendars want to be left alone for longer than it is
/// sensible to wait, and <see cref="CalendarException"/> when they refuse. Each may be called again after any failure.
/// </remarks>
public interface ICalendar
{
    /// <summary>When people are taken, in the order of <paramref name="people"/>.</summary>
    Task<IReadOnlyList<PersonBusy>> BusyAsync(
        IReadOnlyList<CalendarPerson> people, Interval window, CancellationToken cancellation);

    /// <summary>Puts a session into the calendars and invites. Under the same name it is booked once, however often it is asked.</summary>
    Task<BookedEvent> BookAsync(SessionEvent session, CancellationToken cancellation);

    /// <summary>Moves a session; the agenda and the online meeting stay. False when the event is no longer there.</summary>
    Task<bool> MoveAsync(EventReference booked, Interval time, CancellationToken cancellation);

    /// <summary>
    /// Says who is invited to a session from now on: who is new gets an invitation, who is left out a word that it is cancelled,
    /// and the others hear nothing. False when the event is no longer there.
    /// </summary>
    Task<bool> InviteAsync(EventReference booked, IReadOnlyList<CalendarPerson> attendees, CancellationToken cancellation);

    /// <summary>Takes a session out of all calendars, with a word to the attendees. An event that is no longer there is no error.</summary>
    Task CancelAsync(EventReference booked, string message, CancellationToken cancellation);

    /// <summary>How an event stands now; null when it is no longer there.</summary>
    Task<EventChange?> LookAsync(EventReference booked, CancellationToken cancellation);

    /// <summary>What has happened to events in an organiser's calendar.</summary>
    /// <param name="organizer">As in <see cref="SessionEvent.Organizer"/>.</param>
    /// <param name="window">Fixed by the first call; later calls keep it through <paramref name="since"/>.</param>
    /// <param name="since">What the last call returned as <see cref="CalendarChanges.Since"/>; null for all that is there.</param>
    Task<CalendarChanges> ChangesAsync(
        CalendarPerson? organizer, Interval window, string? since, CancellationToken cancellation);
}

/// <summary>Somebody as calendars know them.</summary>
public sealed record CalendarPerson(PersonId Id, string Address, string Name);

/// <param name="Person">The person's id.</param>
/// <param name="Busy">
/// Each entry on its own, in order, the product's own sessions too; also when somebody is out of office; empty when the
/// calendar cannot be read.
/// </param>
/// <param name="Problem">Why the calendar cannot be read, a short code; null when it can.</param>
public sealed record PersonBusy(PersonId Person, IReadOnlyList<Interval> Busy, string? Problem = null);

/// <param name="Name">Name of the effect that books it.</param>
/// <param name="Organizer">In whose calendar the event stands; null for the product's own mailbox.</param>
public sealed record SessionEvent(
    string Name, Interval Time, CalendarPerson? Organizer, IReadOnlyList<CalendarPerson> Attendees, string Subject)
{
    /// <summary>What the session is about: a paragraph each, plain text.</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>What they can talk about in this session.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}

/// <param name="Id">The calendar's own id of the event.</param>
/// <param name="Organizer">As when it was booked.</param>
public sealed record EventReference(string Id, CalendarPerson? Organizer);

/// <param name="Id">The calendar's own id, for <see cref="EventReference"/>.</param>
/// <param name="JoinUrl">Link to the online meeting, if there is one.</param>
public sealed record BookedEvent(string Id, Uri? JoinUrl);

/// <param name="Since">To pass to the next call. Opaque, and longer than a row key may be.</param>
/// <param name="Complete">True when <paramref name="Changes"/> hold all events of the window, not only what changed.</param>
public sealed record CalendarChanges(IReadOnlyList<EventChange> Changes, string Since, bool Complete);

/// <param name="Id">The calendar's own id of the event.</param>
/// <param name="Time">Null when the event is gone, or the calendar keeps no times.</param>
/// <param name="Gone">
/// Deleted or cancelled in the calendar; in a list of changes also moved out of its window, so look once more.
/// </param>
public sealed record EventChange(string Id, Interval? Time, bool Gone, IReadOnlyList<EventAnswer> Answers);

/// <param name="Address">As the calendar writes it; compare without regard to case.</param>
public sealed record EventAnswer(string Address, EventResponse Response);

public enum EventResponse
{
    None,
    Accepted,
    Tentative,
    Declined,
}

/// <summary>In whose calendar a cohort's sessions stand.</summary>
public enum EventOrganizer
{
    ServiceMailbox,
    Mentor,
    Mentee,
}

/// <summary>The calendars refuse.</summary>
/// <param name="code">What they say, such as <c>ErrorAccessDenied</c>; never an address.</param>
public class CalendarException(string code, Exception? inner = null) : Exception($"The calendar refuses: {code}.", inner)
{
    /// <summary>The code where nothing was refused, but nobody answers either.</summary>
    public const string Unreachable = "unreachable";

    public string Code { get; } = code;
}

/// <summary>The calendars have had too many calls.</summary>
/// <param name="retryAfter">Not to be called again before this has passed.</param>
public sealed class CalendarBusyException(TimeSpan retryAfter, Exception? inner = null) : CalendarException("busy", inner)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
