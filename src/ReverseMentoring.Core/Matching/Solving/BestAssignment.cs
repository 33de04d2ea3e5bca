namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>Prices of both sides, in the order of a problem's mentors and mentees.</summary>
public sealed record Prices(long[] Mentors, long[] Mentees);

/// <summary>
/// The best assignment and what proves it: prices for the most people on the whole problem; for fewer people on the part
/// above the worst score; and for the highest total on the part from the worst score on.
/// </summary>
/// <param name="Entries">Chosen entries, rising.</param>
/// <param name="Worst">Lowest score among the pairs that are not running ones; null without such a pair.</param>
public sealed record BestAssignment(int[] Entries, int? Worst, Prices People, Prices AboveWorst, Prices Total);
