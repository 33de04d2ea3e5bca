using ReverseMentoring.LocalHost.Simulating.Faults;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>What all ports of a simulation share.</summary>
internal sealed record Surroundings(Chance Chance, Weather Weather, Trace Trace, SimulatedClock Clock, OneThread Thread)
{
    public FaultRates Rates => Weather.Rates;

    /// <summary>Several things happen at the same time now: answers of the store come in any order.</summary>
    public bool AreMany { get; set; }

    /// <returns>Whether this fault happens now.</returns>
    public bool Strikes(double rate, string what)
    {
        if (!Chance.Happens(rate))
        {
            return false;
        }

        Weather.Count(Clock.Now);
        Trace.Fault(what);
        return true;
    }
}
