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

/// <summary>Names one process.</summary>
/// <param name="Kind">Which <see cref="IProcess"/> steps it.</param>
/// <param name="Scope">Whose it is.</param>
/// <param name="Part">Which of several of the same scope; null where there is one.</param>
public readonly record struct ProcessId(string Kind, string Scope, string? Part = null)
{
    /// <summary>Serves as a row key and as a durable instance id.</summary>
    public string Name => Part is null ? Names.Join(Kind, Scope) : Names.Join(Kind, Scope, Part);

    /// <summary>Reads what <see cref="Name"/> gives: a durable instance has nothing else than its id.</summary>
    /// <exception cref="FormatException">It names no process.</exception>
    public static ProcessId Parse(string name) => name.Split('.') switch
    {
        [var kind, var scope] => new(kind, scope),
        [var kind, var scope, var part] => new(kind, scope, part),
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
