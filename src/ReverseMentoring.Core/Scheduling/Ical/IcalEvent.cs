using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>Somebody in an invitation, by the address that their calendar knows.</summary>
public sealed record IcalPerson(string Address, string? Name = null);

/// <summary>A session as calendars exchange it (RFC 5545).</summary>
/// <param name="Uid">The same for as long as it is the same session, whenever it moves.</param>
/// <param name="Sequence">0 for the first invitation, one more for each change that is sent, the cancellation too.</param>
/// <param name="Stamp">When this version was made.</param>
public sealed record IcalEvent(
    string Uid, int Sequence, DateTimeOffset Stamp, Interval Time, string Summary, IcalPerson Organizer)
{
    public string? Description { get; init; }

    /// <summary>A room, or the link to the online meeting.</summary>
    public string? Location { get; init; }

    public Uri? Url { get; init; }

    /// <summary>What the calendar itself reminds with; null: nothing.</summary>
    public IcalAlarm? Alarm { get; init; }

    /// <summary>An answer of the calendar program is asked for, and read.</summary>
    public bool AsksAnswer { get; init; }

    public IReadOnlyList<IcalPerson> Attendees { get; init; } = [];
}

/// <param name="Ahead">How long before it begins, in whole minutes.</param>
/// <param name="Text">What is shown then.</param>
public sealed record IcalAlarm(TimeSpan Ahead, string Text);
