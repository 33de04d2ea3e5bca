namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>What a port throws that fails: a kind that nobody can expect by name.</summary>
internal sealed class SimulatedFaultException(string what) : Exception(what);
