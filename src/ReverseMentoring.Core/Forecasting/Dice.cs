using ReverseMentoring.Core.Statistics;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>Chance that a seed repeats.</summary>
internal sealed class Dice(ulong seed)
{
    private readonly SplitMix64 numbers = new(seed);

    /// <summary>0 up to 1, evenly.</summary>
    public double Roll() => numbers.NextShare();

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

    public ulong Seed() => BitConverter.DoubleToUInt64Bits(Roll()) ^ numbers.State;
}
