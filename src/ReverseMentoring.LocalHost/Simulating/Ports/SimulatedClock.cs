namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>A clock that stands until it is set, and may be set back too, as clocks are.</summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
