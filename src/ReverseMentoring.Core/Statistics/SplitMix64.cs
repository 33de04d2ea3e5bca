namespace ReverseMentoring.Core.Statistics;

/// <summary>
/// Numbers that a seed repeats, in the order in which they are asked for (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014). For one thread.
/// </summary>
public sealed class SplitMix64(ulong seed)
{
    /// <summary>From which the next is mixed.</summary>
    public ulong State { get; private set; } = seed;

    public ulong Next()
    {
        var mixed = State += 0x9e3779b97f4a7c15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 up to 1, evenly.</summary>
    public double NextShare() => (Next() >> 11) * (1.0 / (1UL << 53));
}
