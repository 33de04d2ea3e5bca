using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Needs;

/// <summary>Something of a cohort that its manager should look at now.</summary>
/// <param name="Reason">Why, where, and what to do.</param>
/// <param name="Count">Of how many; at least 1.</param>
/// <param name="Meetings">Which pairs or circles it is about, where it is about these.</param>
/// <param name="People">Whom, where it is about people.</param>
[Tells(Told.Exception)]
public sealed record Need(NeedReason Reason, int Count, IReadOnlyList<MeetingId> Meetings, IReadOnlyList<PersonId> People)
{
    /// <summary>The day that its words name.</summary>
    public DateTimeOffset? Day { get; init; }
}
