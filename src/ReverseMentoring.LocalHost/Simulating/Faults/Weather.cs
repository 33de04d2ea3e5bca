namespace ReverseMentoring.LocalHost.Simulating.Faults;

/// <summary>
/// When things go wrong: bad days, and good ones between them in which all must come right by itself. In a simulation with lasting
/// faults there are no good days. Nothing goes wrong before the first turn.
/// </summary>
internal sealed class Weather(FaultRates bad, bool lasting, Chance chance)
{
    private static readonly TimeSpan MostBad = TimeSpan.FromDays(8), LeastGood = TimeSpan.FromDays(2), MostGood = TimeSpan.FromDays(5);

    private bool isBad, hasBegun;
    private DateTimeOffset turns = DateTimeOffset.MinValue;

    /// <summary>Nothing goes wrong any more.</summary>
    public bool IsOver { get; private set; }

    public FaultRates Rates => IsOver || !hasBegun || !(isBad || lasting) ? FaultRates.None : bad;

    /// <summary>How many faults there were.</summary>
    public int Faults { get; private set; }

    /// <summary>When the last one was.</summary>
    public DateTimeOffset LastFault { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Things go right from now on.</summary>
    public void Clear() => IsOver = !lasting;

    public void Turn(DateTimeOffset now)
    {
        hasBegun = true;
        if (lasting || now < turns)
        {
            return;
        }

        isBad = !isBad;
        turns = now + (isBad ? chance.Upto(MostBad) : LeastGood + chance.Upto(MostGood - LeastGood));
    }

    public void Count(DateTimeOffset now) => (Faults, LastFault) = (Faults + 1, now > LastFault ? now : LastFault);
}
