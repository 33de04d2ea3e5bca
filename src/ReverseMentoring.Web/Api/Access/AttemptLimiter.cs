namespace ReverseMentoring.Web.Api.Access;

/// <summary>How often one address may be wrong.</summary>
/// <param name="Most">So often in a window, and no more until it ends.</param>
/// <param name="Window">Begins with the first time.</param>
public sealed record AttemptLimit(int Most, TimeSpan Window)
{
    /// <summary>Enough for somebody who pastes half a key a few times. Keys have 200 random bits: it is the work of looking them up that is limited.</summary>
    public static AttemptLimit Usual { get; } = new(10, TimeSpan.FromMinutes(5));
}

/// <summary>
/// Counts who came with a wrong key or a refused sign-in, by address, on each instance for itself. It remembers so many
/// addresses and no more: the oldest is forgotten first.
/// </summary>
public sealed class AttemptLimiter(AttemptLimit limit, SignInClock clock)
{
    public const int MostAddresses = 10_000;

    private readonly Lock one = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Ends)> addresses = [];
    private readonly Queue<string> inOrder = [];

    public int Remembered => addresses.Count;

    /// <returns>How long this address has to wait; null: not at all.</returns>
    public TimeSpan? Wait(string address)
    {
        lock (one)
        {
            var now = clock.Time.GetUtcNow();
            return addresses.TryGetValue(address, out var seen) && seen.Count >= limit.Most && seen.Ends > now ? seen.Ends - now : null;
        }
    }

    public void Count(string address)
    {
        lock (one)
        {
            // All windows are of one length: they end in the order in which they began.
            var now = clock.Time.GetUtcNow();
            while (inOrder.TryPeek(out var oldest)
                && (addresses[oldest].Ends <= now || (addresses.Count >= MostAddresses && !addresses.ContainsKey(address))))
            {
                addresses.Remove(inOrder.Dequeue());
            }

            if (!addresses.TryGetValue(address, out var seen))
            {
                inOrder.Enqueue(address);
                seen = (0, now + limit.Window);
            }

            addresses[address] = seen with { Count = seen.Count + 1 };
        }
    }
}
