using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>What a phase says at the end of a step: wait, or go on to another phase.</summary>
public sealed record PhaseTransition(string? To, DateTimeOffset? WakeAt, int Answered = 0)
{
    public IReadOnlyList<ProcessId> Starts { get; init; } = [];

    public static PhaseTransition Wait(DateTimeOffset? until) => new(null, until);

    public static PhaseTransition GoTo(string phase, int answered = 0) => new(phase, null, answered);
}

/// <summary>One phase of the cycle.</summary>
public interface IPhase
{
    string Name { get; }

    /// <summary>Does what the moment asks for. May run twice: what it writes has names, and the state moves last.</summary>
    Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel);
}
