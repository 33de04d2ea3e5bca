namespace ReverseMentoring.Functions.Waking;

/// <summary>How long the sweep lets a process be overdue.</summary>
/// <param name="Grace">What became due just now is under way.</param>
/// <param name="Lost">
/// No step runs as long as this, for the host ends a function before (<c>functionTimeout</c> in host.json): an instance that
/// still has not come on waits for a message that is gone, and no event heals it.
/// </param>
/// <param name="Stuck">It was started anew and has not come on even so: somebody should look.</param>
public sealed record Patience(TimeSpan Grace, TimeSpan Lost, TimeSpan Stuck)
{
    /// <summary>For an instance to end: somebody must have its partition, and take the message.</summary>
    public TimeSpan Ends { get; init; } = TimeSpan.FromMinutes(1);

    public static Patience Usual { get; } = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(35), TimeSpan.FromMinutes(50));
}
