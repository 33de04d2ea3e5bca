using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Core.Time;

/// <summary>Whole days, both ends included: leave, a journey, a public holiday.</summary>
[KeptWhole]
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly date) => First <= date && date <= Last;

    /// <summary>The same days as real time in a zone.</summary>
    public Interval In(Zone zone) => new(zone.EndOf(First.AddDays(-1)), zone.EndOf(Last));
}
