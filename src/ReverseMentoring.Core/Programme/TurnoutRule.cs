namespace ReverseMentoring.Core.Programme;

/// <summary>When too few answered, the phase is extended once and the manager is told.</summary>
/// <param name="Minimum">Share of those invited, 0 to 1.</param>
/// <param name="ExtendDays">By how many days.</param>
public sealed record TurnoutRule(double Minimum = 0.5, int ExtendDays = 4);
