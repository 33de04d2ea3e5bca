namespace ReverseMentoring.LocalHost.Simulating.Faults;

/// <summary>How often each thing goes wrong while the weather is bad: a share of the calls, steps or turns at which it can.</summary>
internal sealed record FaultRates
{
    /// <summary>The process stops, before or after a write.</summary>
    public double Stop { get; init; }

    /// <summary>Somebody else has written a row since it was read.</summary>
    public double StaleETag { get; init; }

    public double ReadFails { get; init; }

    public double WriteFails { get; init; }

    /// <summary>The write is done, and its answer is lost.</summary>
    public double WriteUnheard { get; init; }

    /// <summary>An answer of the store comes after other things have happened.</summary>
    public double Late { get; init; }

    /// <summary>Nobody hears that something is due; a sweep finds it minutes later.</summary>
    public double WakeLost { get; init; }

    /// <summary>A process steps twice at the same time.</summary>
    public double WakeTwice { get; init; }

    /// <summary>A process steps though nothing is due.</summary>
    public double WakeEarly { get; init; }

    public double MailRefused { get; init; }

    public double MailThrottled { get; init; }

    /// <summary>A mail is taken, or not, and nobody says which.</summary>
    public double MailUnheard { get; init; }

    /// <summary>The mail service's line breaks.</summary>
    public double MailBreaks { get; init; }

    public double MailReturned { get; init; }

    public double CalendarBusy { get; init; }

    public double CalendarRefuses { get; init; }

    /// <summary>A calendar does what it is asked to, and its answer is lost.</summary>
    public double CalendarUnheard { get; init; }

    public double ClockJumps { get; init; }

    public static FaultRates None { get; } = new();

    /// <summary>Each kind of fault in two of three simulations, so that one kind is also met without another that would hide it.</summary>
    public static FaultRates Drawn(Chance chance)
    {
        return new()
        {
            Stop = Rate(0.03), StaleETag = Rate(0.03), ReadFails = Rate(0.006), WriteFails = Rate(0.03), WriteUnheard = Rate(0.03), Late = Rate(0.3),
            WakeLost = Rate(0.2), WakeTwice = Rate(0.1), WakeEarly = Rate(0.1),
            MailRefused = Rate(0.02), MailThrottled = Rate(0.15), MailUnheard = Rate(0.1), MailBreaks = Rate(0.1), MailReturned = Rate(0.03),
            CalendarBusy = Rate(0.1), CalendarRefuses = Rate(0.05), CalendarUnheard = Rate(0.1), ClockJumps = Rate(0.01),
        };

        double Rate(double most) => chance.Happens(2.0 / 3) ? most * chance.Draw() : 0;
    }
}
