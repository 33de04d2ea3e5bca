using System.Text.Json.Serialization;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Scheduling.Cadences;

/// <summary>Something that happened to a meeting's sessions, as it is kept. Sessions have numbers from 1, whatever becomes of their dates.</summary>
/// <param name="At">When it became known.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SessionBooked), "booked")]
[JsonDerivedType(typeof(SessionHeld), "held")]
[JsonDerivedType(typeof(SessionUnscheduled), "fell")]
[JsonDerivedType(typeof(MembersAsked), "asked")]
[JsonDerivedType(typeof(MemberAnswered), "answered")]
public abstract record CadenceEvent(DateTimeOffset At);

/// <summary>The first booking of a session, a later one, or a move.</summary>
public sealed record SessionBooked(DateTimeOffset At, int Session, DateTimeOffset Start) : CadenceEvent(At);

public sealed record SessionHeld(DateTimeOffset At, int Session) : CadenceEvent(At);

/// <param name="By">Id of the person whose doing it was; known to the system, shown to no manager.</param>
public sealed record SessionUnscheduled(DateTimeOffset At, int Session, UnscheduledReason Reason, PersonId? By = null) : CadenceEvent(At)
{
    /// <summary>When else it could have begun, as was offered, and none of it suited; null: nothing was offered.</summary>
    public IReadOnlyList<DateTimeOffset>? Refused { get; init; }
}

/// <summary>Its people were asked whether to go on.</summary>
public sealed record MembersAsked(DateTimeOffset At) : CadenceEvent(At);

public sealed record MemberAnswered(DateTimeOffset At, PersonId Person, CadenceChoice Choice) : CadenceEvent(At);

public enum UnscheduledReason
{
    Cancelled,
    Declined,

    /// <summary>The time came and somebody did not.</summary>
    Missed,

    /// <summary>Something else was put over it in a calendar. Nobody's word against the meeting: not counted in a row.</summary>
    Overlapped,
}

public enum CadenceChoice
{
    GoOn,
    ChangeRhythm,

    /// <summary>As answers of earlier releases have it. Now it is confirmed from a mail to the person's own address, and comes as any wish to part does.</summary>
    Part,
}
