using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>A participant of one cohort: what HR's list says of somebody, and what they have changed since.</summary>
[Kept(Rows.Person, KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
[Tells(Told.List)]
public sealed record Person
{
    /// <summary>The same in every cohort: see <see cref="PersonRegister"/>.</summary>
    public required PersonId Id { get; init; }

    [KeptField(KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Partners | ReadBy.Manager, KeptUntil.PersonErased)]
    public required string Name { get; init; }

    [KeptField(KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Partners | ReadBy.Manager, KeptUntil.PersonErased)]
    public required string Email { get; init; }

    public required Role Role { get; init; }

    [KeptField(KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Partners | ReadBy.Manager, KeptUntil.PersonErased)]
    public string? JobTitle { get; init; }

    [KeptField(KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Partners | ReadBy.Manager, KeptUntil.PersonErased)]
    public string? Department { get; init; }

    /// <summary>A few lines about themselves, for whom they meet; null: they have said nothing.</summary>
    [KeptField(KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Partners | ReadBy.Manager, KeptUntil.PersonErased)]
    public string? About { get; init; }

    /// <summary>Rank in the hierarchy: higher is more senior.</summary>
    [KeptField(KeptFor.Matching, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
    public int Level { get; init; }

    /// <summary>Whom this person reports to: an id of a participant or of a row that only tells the reporting line.</summary>
    [KeptField(KeptFor.Matching, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
    public PersonId? ManagerId { get; init; }

    [KeptField(KeptFor.Matching, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
    public string? Location { get; init; }

    /// <summary>IANA id.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What the person speaks, as language tags; the first is the one to write in.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>With how many partners at most.</summary>
    [KeptField(KeptFor.Matching, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
    public int Capacity { get; init; } = 1;

    /// <summary>The assistant who keeps the calendar, by the person's own word or by HR's list: <see cref="DelegateRevision"/> tells which.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
    public string? DelegateEmail { get; init; }

    /// <summary>Counts up when the person names or revokes a delegate, so that earlier links of a delegate end. 0: they have said nothing, and whom HR's list names has no effect.</summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself, KeptUntil.PersonErased)]
    public int DelegateRevision { get; init; }

    /// <summary>Who keeps the calendar, as the person has confirmed themselves: nobody else is written to, or let in.</summary>
    public string? ConfirmedDelegate => DelegateRevision > 0 ? DelegateEmail : null;

    /// <summary>Whom HR's list names, and the person has neither confirmed nor refused.</summary>
    public string? ProposedDelegate => DelegateRevision > 0 ? null : DelegateEmail;

    /// <summary>Null until the person has said otherwise than <see cref="Time.WorkingHours.Usual"/>.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself, KeptUntil.PersonErased)]
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>Leave and journeys, in the person's own days.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself, KeptUntil.PersonErased)]
    public IReadOnlyList<DateRange> Absences { get; init; } = [];

    /// <summary>No questions, no reminders and no sessions on these days of the person's own; over by itself behind the last. Null: no pause.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
    public DateRange? Pause { get; init; }

    /// <summary>All days on which no session can be.</summary>
    public IReadOnlyList<DateRange> Away => Pause is { } pause ? [.. Absences, pause] : Absences;

    /// <summary>Other zones from a date on, in order; until the first of them <see cref="TimeZone"/> holds.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself, KeptUntil.PersonErased)]
    public IReadOnlyList<ZoneChange> ZoneChanges { get; init; } = [];

    [KeptField(KeptFor.Mails, ReadBy.Oneself, KeptUntil.PersonErased)]
    public MailLevel Mails { get; init; } = MailLevel.Normal;

    /// <summary>Read from rows that know two levels only.</summary>
    public bool RemindersOff
    {
        init => Mails = value ? MailLevel.Needed : Mails;
    }

    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>The programme manager has taken them out, and knows it: of whoever has left by themselves managers read what they read of who was erased.</summary>
    public bool TakenOut { get; init; }

    /// <summary>No mail goes to them any more, not even that a session falls: as the programme manager has said, when somebody has died, say.</summary>
    public bool IsUnwritten { get; init; }

    /// <summary>Keyed hashes of addresses that they had before: whoever was named by one of these is still meant.</summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself, KeptUntil.PersonErased)]
    public IReadOnlyList<string>? EarlierHashes { get; init; }

    /// <summary>
    /// The address that was theirs when they said something, where the programme manager has put another in its place: what they said stays shut
    /// until it is confirmed from there. Null: nothing waits.
    /// </summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself, KeptUntil.PersonErased)]
    public string? MovedFrom { get; init; }

    /// <summary>Links made before this moment no longer open anything.</summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself, KeptUntil.PersonErased)]
    public DateTimeOffset? LinksSince { get; init; }

    public bool IsActive => LeftAt is null;

    /// <summary>Has left by themselves, or was erased: to managers both are nobody's name any more, so that they can't tell who asked to be erased.</summary>
    public bool IsGone => !IsActive && !TakenOut;

    public string Language => Languages[0];

    public Zone Zone => Zone.Find(TimeZone);

    /// <summary>The zone whose clock the person looks at, at a moment.</summary>
    public Zone ZoneAt(DateTimeOffset moment) =>
        ZoneChanges.Select(change => (change.From, Zone: Zone.Find(change.TimeZone)))
            .LastOrDefault(change => change.Zone.EndOf(change.From.AddDays(-1)) <= moment).Zone ?? Zone;

    public bool IsPausedAt(DateTimeOffset moment) => Pause is { } pause && pause.Contains(ZoneAt(moment).DateAt(moment));

    /// <summary>The end of the pause that a moment lies in; null: it lies in none.</summary>
    public DateTimeOffset? PauseEnds(DateTimeOffset moment) => IsPausedAt(moment) ? ZoneAt(moment).EndOf(Pause!.Value.Last) : null;

    public WorkingHours Hours => WorkingHours ?? Time.WorkingHours.Usual;

    /// <summary>An address as it is compared: trimmed, in lower case.</summary>
    public static string Normal(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Links tell whole seconds: one that is made in the second in which earlier ones end is no earlier one.</summary>
    public static DateTimeOffset WholeSecond(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());
}

/// <summary>From this day on, the person's own clock shows another zone.</summary>
/// <param name="TimeZone">IANA id.</param>
[KeptWhole]
public sealed record ZoneChange(DateOnly From, string TimeZone);
