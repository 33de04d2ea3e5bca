namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>
/// Chance that can be repeated: what happens depends only on the seed and on what it is about, never on the order in which
/// it is asked.
/// </summary>
public sealed class SeededRandom(int seed)
{
    /// <summary>0 up to 1, evenly, always the same for the same words.</summary>
    public double Draw(string about, string what)
    {
        // FNV-1a over the words, then the finaliser of SplitMix64 to spread them evenly.
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var c in about)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ '/') * 1099511628211UL;
        foreach (var c in what)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9UL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebUL;
        return ((hash ^ (hash >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Happens(double probability, string about, string what) => Draw(about, what) < probability;

    /// <summary>A whole number from 0 up to, but without, <paramref name="count"/>.</summary>
    public int Below(int count, string about, string what) => (int)(Draw(about, what) * count);

    public T Pick<T>(IReadOnlyList<T> among, string about, string what) => among[Below(among.Count, about, what)];

    /// <summary>A waiting time with this mean, many short and some long: an exponential distribution.</summary>
    public TimeSpan Delay(TimeSpan mean, string about, string what) => -Math.Log(1 - Draw(about, what)) * mean;
}
