namespace ReverseMentoring.Functions.Cycle;

/// <param name="Process">The name of the process.</param>
/// <param name="Failures">Steps that failed in a row.</param>
public sealed record ProcessGeneration(string Process, int Failures = 0);
