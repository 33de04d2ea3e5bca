namespace ReverseMentoring.Functions.Cycle;

/// <summary>What an activity tells its orchestrator: moments, ids and counts, for all of it stays in Durable's history.</summary>
/// <param name="WakeAt">When to step again; null: only when woken.</param>
/// <param name="Phase">What comes then; null where the process has no phases.</param>
/// <param name="Ended">Nothing comes any more.</param>
/// <param name="Starts">Names of the processes to wake.</param>
/// <param name="Counts">For whoever looks at the instance.</param>
public sealed record StepOutcome(
    DateTimeOffset? WakeAt, string? Phase, bool Ended, IReadOnlyList<string> Starts, StepCounts? Counts = null)
{
    /// <summary>Steps that failed in a row, this one included.</summary>
    public int Failures { get; init; }
}

/// <param name="Invited">People asked, or pairs made, in this phase.</param>
/// <param name="Answered">Those who have answered.</param>
public sealed record StepCounts(int Invited, int Answered);

/// <summary>What the portal shows of an instance.</summary>
public sealed record Progress(string? Phase, StepCounts? Counts = null, int Failures = 0);
