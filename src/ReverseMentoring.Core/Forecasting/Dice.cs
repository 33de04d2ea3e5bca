namespace ReverseMentoring.Core.Forecasting;

/// <summary>Chance that a seed repeats: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>0 up to 1, evenly.</summary>
    public double Roll()
    {
        var mixed = state += 0x9e3779b97f4a7c15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebUL;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Happens(double chance) => Roll() < chance;

    /// <summary>A whole number from 0 up to, but without, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Roll() * count);

    /// <summary>Days until something is done, many short and some long: exponential.</summary>
    public TimeSpan Wait(double meanDays) => TimeSpan.FromDays(-Math.Log(1 - Roll()) * meanDays);

    /// <summary>So many different ones, or all there are.</summary>
    public T[] Some<T>(IReadOnlyList<T> among, int count)
    {
        T[] left = [.. among];
        var taken = Math.Min(count, left.Length);
        for (var at = 0; at < taken; at++)
        {
            var other = at + Below(left.Length - at);
            (left[at], left[other]) = (left[other], left[at]);
        }

        return left[..taken];
    }

    public ulong Seed() => BitConverter.DoubleToUInt64Bits(Roll()) ^ state;
}
