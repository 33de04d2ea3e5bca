namespace ReverseMentoring.LocalHost.Simulating.Checking;

/// <summary>All that must hold, by when it is looked at.</summary>
internal static class Invariants
{
    /// <summary>Whatever goes wrong, after each step.</summary>
    public static IReadOnlyList<Invariant> Always { get; } = [.. MailInvariants.Always, .. MeetingInvariants.Always, .. PersonInvariants.Always];

    /// <summary>When all has gone right for more than a day and nothing is due.</summary>
    public static IReadOnlyList<Invariant> Settled { get; } =
        [.. MailInvariants.Settled, .. MeetingInvariants.Settled, .. CalendarInvariants.Settled, .. PersonInvariants.Settled];

    /// <summary>When the cohort is over and erased.</summary>
    public static IReadOnlyList<Invariant> Ended { get; } = [.. CalendarInvariants.Ended, .. PersonInvariants.Ended];
}
