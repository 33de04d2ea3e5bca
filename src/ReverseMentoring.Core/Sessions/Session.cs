using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Sessions;

public enum SessionStatus
{
    Planned,

    /// <summary>At least one of them said that they met.</summary>
    Held,

    /// <summary>It was to be, was not held, and could not be booked again in time.</summary>
    Missed,

    /// <summary>Its time is over and nobody has said anything.</summary>
    Unconfirmed,
}

/// <summary>One meeting of a pair or circle: the planned one, however often it is moved.</summary>
public sealed record Session
{
    /// <summary>The pair's or circle's id.</summary>
    public required string Pair { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public SessionStatus Status { get; init; }

    public required Interval Time { get; init; }

    /// <summary>When it was first to be: rebooking days count from there.</summary>
    public required Interval FirstTime { get; init; }

    /// <summary>Counts each new time: the SEQUENCE of its invitation.</summary>
    public int Sequence { get; init; }

    /// <summary>The sequence for which all have an invitation; null: none yet.</summary>
    public int? InvitedSequence { get; init; }

    public bool Reminded { get; init; }

    /// <summary>When it fell; null: it has a time. While it has none, another one is looked for day by day.</summary>
    public DateTimeOffset? FellAt { get; init; }

    /// <summary>How often its present time was looked at again.</summary>
    public int Looks { get; init; }

    /// <summary>The sequence for which all were asked how it went; null: none yet.</summary>
    public int? PulseSequence { get; init; }

    /// <summary>In a circle, who can't come to it at this time, as said or as last looked up: ids. Null: all can.</summary>
    public IReadOnlyList<string>? Without { get; init; }

    /// <summary>Those of them who have said so: it holds, whatever their calendars show later. Null: nobody has.</summary>
    public IReadOnlyList<string>? Declined { get; init; }

    /// <summary>In a circle, in whose calendars it stands, by our invitation: ids. Null: of all who were there.</summary>
    public IReadOnlyList<string>? Invited { get; init; }

    /// <summary>In a circle, how often it has changed who comes.</summary>
    public int AttendanceChanges { get; init; }

    public string Id => $"{Pair}-{Number}";

    /// <summary>With these in whose calendars it stands then. Where nobody is noted, all who were there count.</summary>
    public Session Inviting(IEnumerable<string> people) => Invited is null ? this : this with { Invited = [.. Invited.Union(people)] };

    public bool HasInvited(string person) => InvitedSequence is not null && Invited?.Contains(person) is not false;

    public bool IsOpen => Status is SessionStatus.Planned;

    /// <summary>It is to be, and has a time to be at.</summary>
    public bool HasTime => IsOpen && FellAt is null;
}
