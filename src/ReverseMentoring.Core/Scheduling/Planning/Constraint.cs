namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>What keeps a session from a time, in the order in which it is looked at.</summary>
public enum Constraint
{
    /// <summary>No day of the window keeps the distances.</summary>
    Window,

    /// <summary>The attendees' working hours have no stretch in common that is long enough.</summary>
    WorkingHours,

    /// <summary>Absences and holidays.</summary>
    DaysOff,

    /// <summary>Other entries in somebody's calendar.</summary>
    Busy,

    /// <summary>Sessions of this product, and times that were tried before.</summary>
    Booked,

    /// <summary>Somebody has as many sessions in that week as the plan allows.</summary>
    WeeklyLimit,
}
