using ReverseMentoring.Core.Processes;
using ReverseMentoring.LocalHost.Pumping;

namespace ReverseMentoring.LocalHost.Time;

/// <summary>Others who do something at moments of their own: simulated participants.</summary>
public interface IActor
{
    /// <summary>The moment of what they do next; null: nothing.</summary>
    DateTimeOffset? NextAt { get; }

    /// <summary>Does all that is due.</summary>
    Task Act(DateTimeOffset now, CancellationToken cancel);
}

/// <summary>Turns the clock from event to event: every due row and every simulated act at its own moment, in the same order each time.</summary>
public sealed class VirtualTime(TurnableClock clock, Pump pump, DueRows due, IEnumerable<IActor> actors) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly IActor[] actors = [.. actors];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Does all that is due now, without turning the clock.</summary>
    public async Task Settle(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            await SettleAlone(cancel);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Turns to the next event, and does it.</summary>
    /// <returns>Its moment; null where nothing will ever happen again, or not before <paramref name="latest"/>.</returns>
    public async Task<DateTimeOffset?> TurnToNext(DateTimeOffset? latest = null, CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            await SettleAlone(cancel);
            var next = await Next(cancel);
            if (next is not { } moment || moment > latest)
            {
                return null;
            }

            clock.TurnTo(moment);
            await SettleAlone(cancel);
            return moment;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Turns event by event up to a moment.</summary>
    public async Task TurnTo(DateTimeOffset moment, CancellationToken cancel = default)
    {
        while (await TurnToNext(moment, cancel) is not null)
        {
        }

        clock.TurnTo(moment);
        await Settle(cancel);
    }

    public void Dispose() => one.Dispose();

    private async Task<DateTimeOffset?> Next(CancellationToken cancel)
    {
        var next = await due.Earliest(cancel);
        foreach (var actor in actors)
        {
            next = actor.NextAt is { } at && (next is null || at < next) ? at : next;
        }

        return next;
    }

    private async Task SettleAlone(CancellationToken cancel)
    {
        bool acted;
        do
        {
            await pump.RunDue(cancel);
            acted = false;
            foreach (var actor in actors.Where(actor => actor.NextAt <= clock.GetUtcNow()))
            {
                await actor.Act(clock.GetUtcNow(), cancel);
                acted = true;
            }
        }
        while (acted);
    }
}
