namespace ReverseMentoring.LocalHost.Simulating.Checking;

/// <summary>Something that must hold.</summary>
/// <param name="Name">What holds, as it is told where it does not.</param>
/// <param name="Reads">Prefixes of rows by which it can become untrue: it is looked at when one of these has changed. Empty: at each step.</param>
/// <param name="Breaks">What does not hold; nothing where all does.</param>
internal sealed record Invariant(string Name, IReadOnlyList<string> Reads, Func<CheckedCohort, Task<IEnumerable<string>>> Breaks)
{
    public static Invariant Of(string name, IReadOnlyList<string> reads, Func<CheckedCohort, IAsyncEnumerable<string>> breaks) =>
        new(name, reads, async cohort => await breaks(cohort).Take(5).ToListAsync());

    public bool IsTouchedBy(IReadOnlyCollection<string> keys) => Reads.Count == 0 || keys.Any(key => Reads.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)));
}
