using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace ReverseMentoring.Tests.Graph;

/// <summary>A clock that goes on by itself whenever somebody waits, and which tells how long each wait was.</summary>
public sealed class HurryingClock() : FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
{
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    /// <summary>Another clock that it shows the time of.</summary>
    public Func<DateTimeOffset>? Follows { get; set; }

    public override DateTimeOffset GetUtcNow() => Follows?.Invoke() ?? base.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        var timer = base.CreateTimer(callback, state, dueTime, period);
        ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
