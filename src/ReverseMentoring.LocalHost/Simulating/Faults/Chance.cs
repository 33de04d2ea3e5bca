namespace ReverseMentoring.LocalHost.Simulating.Faults;

/// <summary>
/// Chance that can be repeated: the same seed draws the same in the same order. All that is drawn in one simulation is drawn on one thread.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>0 up to 1, evenly.</summary>
    public double Draw() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double probability) => probability > 0 && Draw() < probability;

    /// <summary>A whole number from 0 up to, but without, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Draw() * count);

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Pick<T>(IReadOnlyList<T> among) => among[Below(among.Count)];

    public TimeSpan Upto(TimeSpan most) => new((long)(Draw() * most.Ticks));

    /// <summary>Draws of its own, so that one more draw here changes nothing there.</summary>
    public Chance Apart() => new(Next());

    /// <summary>SplitMix64.</summary>
    private ulong Next()
    {
        state += 0x9e3779b97f4a7c15UL;
        var mixed = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebUL;
        return mixed ^ (mixed >> 31);
    }
}
