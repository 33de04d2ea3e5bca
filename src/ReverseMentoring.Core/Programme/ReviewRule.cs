namespace ReverseMentoring.Core.Programme;

/// <summary>What happens when the manager doesn't review the pairs in time.</summary>
/// <param name="GoOnAfterDeadline">True: the pairs stand as they were found. False: the cycle waits, and reminds.</param>
public sealed record ReviewRule(bool GoOnAfterDeadline = false);
