namespace ReverseMentoring.LocalHost.Time;

/// <summary>A clock that stands until somebody turns it: nine months pass in a second.</summary>
public sealed class TurnableClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Turns forward; a moment that is past already changes nothing.</summary>
    public void TurnTo(DateTimeOffset moment)
    {
        var to = moment.UtcTicks;
        for (var now = Interlocked.Read(ref ticks); to > now; now = Interlocked.Read(ref ticks))
        {
            if (Interlocked.CompareExchange(ref ticks, to, now) == now)
            {
                return;
            }
        }
    }
}
