using ReverseMentoring.Core.Statistics;

namespace ReverseMentoring.LocalHost.Simulating.Faults;

/// <summary>
/// Chance that can be repeated: the same seed draws the same in the same order. All that is drawn in one simulation is drawn on one thread.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private readonly SplitMix64 numbers = new(seed);

    /// <summary>0 up to 1, evenly.</summary>
    public double Draw() => numbers.NextShare();

    public bool Happens(double probability) => probability > 0 && Draw() < probability;

    /// <summary>A whole number from 0 up to, but without, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Draw() * count);

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Pick<T>(IReadOnlyList<T> among) => among[Below(among.Count)];

    public TimeSpan Upto(TimeSpan most) => new((long)(Draw() * most.Ticks));

    /// <summary>Draws of its own, so that one more draw here changes nothing there.</summary>
    public Chance Apart() => new(numbers.Next());
}
