using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>
/// A session's event in a calendar, as far as we know it. The row is there, with the effect's name, before the calendar is
/// first asked; it goes when the event is out of the calendar, or over.
/// </summary>
[Kept(Rows.Event, KeptFor.Meetings, ReadBy.Oneself, KeptUntil.CohortErased)]
public sealed record SessionEventRow
{
    /// <summary>Id of the pair or circle.</summary>
    public required MeetingId Meeting { get; init; }

    /// <summary>The session's.</summary>
    public required int Number { get; init; }

    /// <summary>Name of the effect that books it.</summary>
    public required string Name { get; init; }

    /// <summary>As it was booked; null: the product's own mailbox.</summary>
    public CalendarPerson? Organizer { get; init; }

    /// <summary>Ids of those who are invited to it, as far as the calendar knows.</summary>
    public required IReadOnlyList<PersonId> Attendees { get; init; }

    /// <summary>When it stands in the calendar, or was first asked to.</summary>
    public required Interval Time { get; init; }

    /// <summary>The session's sequence that the calendar has.</summary>
    public required int Sequence { get; init; }

    /// <summary>The calendar's own id; null while nobody knows whether it was booked.</summary>
    public string? Id { get; init; }

    /// <summary>Where they meet online; null: the calendar gave no such place.</summary>
    public Uri? JoinUrl { get; init; }

    /// <summary>Since when it is to leave the calendar; null: it is wanted there.</summary>
    public DateTimeOffset? UnwantedSince { get; init; }

    public DateTimeOffset? LookedAt { get; init; }

    /// <summary>Why the calendar refused when it was last asked, a short code; null: it did not.</summary>
    public string? Problem { get; init; }
}
