namespace ReverseMentoring.Tests.Api;

/// <summary>Stands on a Monday morning until a test turns it.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Turn(TimeSpan by) => now += by;
}
