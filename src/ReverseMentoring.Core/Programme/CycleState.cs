using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Core.Programme;

public enum CycleStatus
{
    Running,
    Paused,

    /// <summary>The manager ended it; data is kept until the retention time is over.</summary>
    Cancelled,
    Erased,
}

/// <summary>Where a cohort stands: the only thing that its process changes as it goes.</summary>
[Kept(Rows.State, KeptFor.Running, ReadBy.Manager, KeptUntil.Stays)]
public sealed record CycleState
{
    public required string Phase { get; init; }

    public CycleStatus Status { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>When all that opens the phase was written; null while that goes on.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The last row dealt with, where opening a phase takes several writes.</summary>
    public string? Cursor { get; init; }

    public int Invited { get; init; }

    /// <summary>When somebody was last asked in this phase, whoever it was and whatever became of them since; null: nobody yet.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How many had answered in this phase when a day of it began, those too who were erased since: the most of any day.</summary>
    public int Answered { get; init; }

    /// <summary>The day of each answer to this phase's question that went with an erasure, of whom it was without: that somebody had answered counts on, as of who only leaves.</summary>
    public IReadOnlyList<DateOnly> ErasedAnswers { get; init; } = [];

    /// <summary>Somebody was taken out and brought back in this phase: it goes on to the last of its days, as an early end would tell whether they had answered.</summary>
    public bool EndsByDays { get; init; }

    /// <summary>Days added to the phase: by the manager, for low turnout, or for a pause.</summary>
    public int ExtraDays { get; init; }

    /// <summary>The phase was extended by itself, which happens once.</summary>
    public bool ExtendedForTurnout { get; init; }

    /// <summary>When all answers to the call for topics were there, and its list began to wait for the manager; null: it doesn't.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Some share too few hours with others to meet, so that all are asked whether they would meet early or late.</summary>
    public bool AreFarApart { get; init; }

    /// <summary>The manager said "close now".</summary>
    public bool CloseNow { get; init; }

    /// <summary>The manager said "these pairs it is".</summary>
    public bool Approved { get; init; }

    /// <summary>Matchings so far; also numbers the rounds of confirmation.</summary>
    public int Round { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>When the last pause was over; null: there was none.</summary>
    public DateTimeOffset? ResumedAt { get; init; }

    /// <summary>When the manager was last told of the week; null: not yet.</summary>
    public DateTimeOffset? DigestedAt { get; init; }

    /// <summary>The release of the zone database under which sessions were last looked at.</summary>
    public string? ZoneRules { get; init; }

    /// <summary>Those without a partner were told that nobody is looked for any more.</summary>
    public bool WaitingEnded { get; init; }

    /// <summary>When the manager had everybody told that works council mode is to end; null: it stands.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    public IReadOnlyList<PhaseRecord> Past { get; init; } = [];

    /// <summary>The waves that take no answers any more: what they came to is published once, and stays.</summary>
    public IReadOnlyList<string> ClosedWaves { get; init; } = [];

    /// <summary>Of these, one that is being published; null: none.</summary>
    public string? PublishingWave { get; init; }

    /// <summary>How many phases it has been through: no two stays in a phase have the same.</summary>
    public int Stage => Past.Count;

    public static CycleState Begin(DateTimeOffset now) => new() { Phase = PhaseNames.Preparation, EnteredAt = now };

    /// <summary>Somebody was asked then, in this phase.</summary>
    public CycleState Asking(DateTimeOffset? at) => at > (AskedAt ?? DateTimeOffset.MinValue) ? this with { AskedAt = at } : this;

    /// <summary>The state at the start of the next phase, with what the last one came to on record.</summary>
    public CycleState GoTo(string phase, DateTimeOffset now, int answered) => new()
    {
        Phase = phase,
        EnteredAt = now,
        Round = Round,
        DigestedAt = DigestedAt,
        ResumedAt = ResumedAt,
        AreFarApart = AreFarApart,
        ClosedWaves = ClosedWaves,
        PublishingWave = PublishingWave,
        AnnouncedAt = AnnouncedAt,
        Past = [.. Past, new(Phase, EnteredAt, now, Invited, answered)],
    };
}

/// <summary>What a phase came to.</summary>
public sealed record PhaseRecord(string Name, DateTimeOffset OpenedAt, DateTimeOffset ClosedAt, int Invited, int Answered);
