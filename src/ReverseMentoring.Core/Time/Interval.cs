using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Core.Time;

/// <summary>A stretch of real time, end excluded.</summary>
[KeptWhole]
public readonly record struct Interval(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Whether the two share any time at all; touching ends do not count.</summary>
    public bool Overlaps(Interval other) => Start < other.End && other.Start < End;

    public bool Contains(Interval other) => Start <= other.Start && other.End <= End;
}
