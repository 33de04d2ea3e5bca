namespace ReverseMentoring.Core.Scheduling.Cadences;

/// <summary>What there is to do for a pair or circle now.</summary>
/// <param name="Rebook">Sessions that fell and have no new time, in order of their numbers.</param>
/// <param name="AskMembers">Whether to go on, change the rhythm or part; rebooking goes on meanwhile.</param>
/// <param name="Choice">What its people have answered to the last question, once it is clear: one who parts decides, and else at least half of those who answer; null before.</param>
/// <param name="Attention">Why it appears on the manager's page; never by whose doing.</param>
/// <param name="LookAgain">When time alone changes the verdict next; null when it does not.</param>
public sealed record CadenceDecision(
    IReadOnlyList<Rebooking> Rebook,
    bool AskMembers,
    CadenceChoice? Choice,
    IReadOnlyList<AttentionReason> Attention,
    DateTimeOffset? LookAgain);

/// <param name="By">When the session is to be over.</param>
/// <param name="Late">The days that the cohort sets have passed or are too few; it is booked all the same.</param>
public sealed record Rebooking(int Session, DateTimeOffset Fallen, DateTimeOffset By, bool Late);

public enum AttentionReason
{
    /// <summary>A session has been without a new time for <see cref="CadenceRules.LeastDaysToRebook"/>.</summary>
    NotRebooked,

    /// <summary>Asked whether to go on, not enough have answered.</summary>
    NoAnswer,

    /// <summary>Session after session falls.</summary>
    Stuck,
}
