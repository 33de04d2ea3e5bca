namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>What somebody answers with their calendar program.</summary>
public enum CalendarAnswer
{
    Accepted,

    Tentative,

    Declined,

    /// <summary>Another time (METHOD:COUNTER).</summary>
    Proposed,
}

/// <summary>An answer to an invitation (RFC 5546, 3.2.3 and 3.2.7).</summary>
/// <param name="Uid">Of the invitation.</param>
/// <param name="Sequence">Which of its times it answers.</param>
/// <param name="Attendee">Whose answer it is: an address.</param>
/// <param name="Start">The time that is proposed, with a no too (METHOD:COUNTER); null: none.</param>
public sealed record CalendarReply(string Uid, int Sequence, string Attendee, CalendarAnswer Answer, DateTimeOffset? Start);
