using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

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

/// <summary>One session of a pair or circle: the planned one, however often it is moved.</summary>
[Kept(Rows.Session, KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
[Tells(Told.Person)]
public sealed record Session
{
    /// <summary>Id of the pair or circle that it is of.</summary>
    public required MeetingId Meeting { get; init; }

    /// <summary>From 1.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners | ReadBy.Manager, KeptUntil.CohortErased)]
    public required int Number { get; init; }

    [KeptField(KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners | ReadBy.Manager, KeptUntil.CohortErased)]
    public SessionStatus Status { get; init; }

    [KeptField(KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners | ReadBy.Manager, KeptUntil.CohortErased)]
    public required Interval Time { get; init; }

    /// <summary>When it was first to be: rebooking days count from there.</summary>
    public required Interval FirstTime { get; init; }

    /// <summary>Counts each new time: the SEQUENCE of its invitation.</summary>
    public int Sequence { get; init; }

    /// <summary>The sequence for which its people have an invitation; null: none yet.</summary>
    public int? InvitedSequence { get; init; }

    /// <summary>When it was to begin, as its people were last told; null: they have been told nothing.</summary>
    public DateTimeOffset? ToldStart { get; init; }

    public bool Reminded { get; init; }

    /// <summary>The clock that its time keeps to; null where the time was set on none.</summary>
    public SessionClock? Clock { get; init; }

    /// <summary>Its people have set its present time by themselves: it holds, whatever hours and calendars say.</summary>
    public bool Agreed { get; init; }

    /// <summary>It has its present time because clocks there go otherwise than was known.</summary>
    public bool ClockChanged { get; init; }

    /// <summary>Clocks there go otherwise than was known and its hour is not free: it is at the same moment as before, at another hour there.</summary>
    public bool HourTaken { get; init; }

    /// <summary>Since when it has no time; null: it has one. While it has none, another one is looked for day by day.</summary>
    public DateTimeOffset? UnscheduledAt { get; init; }

    /// <summary>How often its present time was looked at again.</summary>
    public int Looks { get; init; }

    /// <summary>The sequence for which its people were asked how it went; null: none yet.</summary>
    public int? PulseSequence { get; init; }

    /// <summary>Who can't come to it at this time though it stands, as said or as last looked up: ids. Null: all can.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself, KeptUntil.CohortErased)]
    public IReadOnlyList<PersonId>? Without { get; init; }

    /// <summary>Those of them who have said so: it holds, whatever their calendars show later. Null: nobody has.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself, KeptUntil.CohortErased)]
    public IReadOnlyList<PersonId>? Declined { get; init; }

    /// <summary>In whose calendars it stands, by our invitation: ids. Null: of all who were there.</summary>
    public IReadOnlyList<PersonId>? Invited { get; init; }

    /// <summary>How often it has changed who comes.</summary>
    public int AttendanceChanges { get; init; }

    public string Id => $"{Meeting}-{Number}";

    public bool IsOpen => Status is SessionStatus.Planned;

    /// <summary>It is to be, and has a time to be at.</summary>
    public bool HasTime => IsOpen && UnscheduledAt is null;

    public bool Misses(PersonId person) => Without?.Contains(person) is true;

    public bool HasInvited(PersonId person) => InvitedSequence is not null && Invited?.Contains(person) is not false;

    /// <summary>With these in whose calendars it stands then. Where nobody is noted, all who were there count.</summary>
    public Session Inviting(IEnumerable<PersonId> people) => Invited is null ? this : this with { Invited = [.. Invited.Union(people)] };

    /// <summary>The same at another time, to which all who are not named come.</summary>
    public Session At(Interval time, IReadOnlyCollection<PersonId>? without = null) => this with
    {
        Time = time,
        Sequence = Sequence + 1,
        Reminded = false,
        Clock = null,
        ClockChanged = false,
        HourTaken = false,
        Agreed = false,
        UnscheduledAt = null,
        Looks = 0,
        Without = OrNull(without),
        Declined = null,
    };

    /// <summary>The same without these.</summary>
    public Session Missing(IReadOnlyCollection<PersonId> without, IReadOnlyCollection<PersonId> declined) =>
        this with { Without = OrNull(without), Declined = OrNull(declined) };

    /// <summary>Of a session that was just planned.</summary>
    public static Session Planned(MeetingId meeting, int number, Interval time, IReadOnlyCollection<PersonId> without) =>
        new() { Meeting = meeting, Number = number, Time = time, FirstTime = time, Without = OrNull(without) };

    private static PersonId[]? OrNull(IReadOnlyCollection<PersonId>? people) => people is { Count: > 0 } ? [.. people] : null;
}
