using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Processes;

/// <summary>Something that advances in steps: a cohort's cycle, a pair or circle, the outbox.</summary>
public interface IProcess
{
    /// <summary>The first part of its processes' names, such as <c>cohort</c>.</summary>
    string Kind { get; }

    /// <summary>
    /// Loads state, decides, writes effects and state. May run twice, or stop at any line: the next run comes to the same end.
    /// </summary>
    Task<StepResult> Step(ProcessId id, CancellationToken cancel);
}

/// <summary>Names one process; <paramref name="Meeting"/> only where it is a pair's or circle's.</summary>
public readonly record struct ProcessId(string Kind, string Cohort, string? Meeting = null)
{
    public const string CohortKind = "cohort";
    public const string MeetingKind = "meeting";
    public const string OutboxKind = "outbox";

    /// <summary>There is one outbox: the quota belongs to the mail service, not to a cohort.</summary>
    public static ProcessId Outbox { get; } = new(OutboxKind, "all");

    public static ProcessId OfCohort(string cohort) => new(CohortKind, cohort);

    /// <summary>Of a pair or circle.</summary>
    public static ProcessId OfMeeting(string cohort, string meeting) => new(MeetingKind, cohort, meeting);

    /// <summary>Serves as a row key and as a durable instance id.</summary>
    public string Name => Meeting is null ? Names.Join(Kind, Cohort) : Names.Join(Kind, Cohort, Meeting);

    public static ProcessId Parse(string name) => name.Split('.') switch
    {
        [var kind, var cohort] => new(kind, cohort),
        [var kind, var cohort, var meeting] => new(kind, cohort, meeting),
        _ => throw new FormatException($"'{name}' names no process."),
    };

    public override string ToString() => Name;
}

/// <summary>What a step says of the time after it.</summary>
/// <param name="WakeAt">When to step again; null: only when somebody wakes it.</param>
/// <param name="Phase">What comes then, such as <c>call-for-topics</c>; null where the process has no phases.</param>
/// <param name="Ended">Nothing will come any more.</param>
public sealed record StepResult(DateTimeOffset? WakeAt, string? Phase = null, bool Ended = false)
{
    /// <summary>Runs each process that this step started or that waits for what it did.</summary>
    public IReadOnlyList<ProcessId> Starts { get; init; } = [];

    public static StepResult Never { get; } = new(null, Ended: true);
}
