using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>Who is to meet, and how often.</summary>
/// <param name="Attendees">
/// Two or more; the series keeps its local time on the clock of the first (in a pair the mentee), and the plan's dates
/// are theirs.
/// </param>
public sealed record SeriesRequest(SessionPlan Plan, IReadOnlyList<Attendee> Attendees);

/// <summary>The sessions found, in order of time, on the clock of the first attendee.</summary>
/// <param name="CostBySession">Each session's part of the cost.</param>
/// <param name="Shortfall">Why there are fewer sessions than the plan asks for; null when all are there.</param>
public sealed record Series(
    IReadOnlyList<Interval> Sessions, IReadOnlyList<SeriesCost> CostBySession, Shortfall? Shortfall)
{
    public SeriesCost Cost { get; } = CostBySession.Aggregate(default(SeriesCost), SeriesCost.Add);
}

/// <summary>The first session for which there is no time, and the first constraint that leaves none.</summary>
/// <param name="Session">Counted from 1.</param>
/// <param name="From">First day looked at; with <see cref="Constraint.Window"/> later than <paramref name="To"/>.</param>
public sealed record Shortfall(int Session, Constraint Constraint, DateOnly From, DateOnly To);

/// <summary>One session that has to find another time.</summary>
/// <param name="Series">
/// The attendees' <see cref="Attendee.Booked"/> hold all that stays booked, and not the session that is replaced.
/// </param>
/// <param name="Replaces">Start of the session that falls; the new one is wished near it.</param>
/// <param name="Latest">By when the new session must be over.</param>
public sealed record RescheduleRequest(
    SeriesRequest Series, DateTimeOffset Replaces, DateTimeOffset Earliest, DateTimeOffset Latest)
{
    /// <summary>Start of the session before in the series, if there is one.</summary>
    public DateTimeOffset? Previous { get; init; }

    /// <summary>Start of the session after it.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Times not to be proposed again: cancelled, declined, moved away from.</summary>
    public IReadOnlyList<Interval> Avoid { get; init; } = [];

    /// <summary>Number of the session in its series, counted from 1, for the reason when there is no time.</summary>
    public int Session { get; init; } = 1;
}

public sealed record Proposal(Interval Time, SeriesCost Cost);

/// <summary>Up to three proposals, the best first, on different days where there are enough.</summary>
public sealed record Rescheduling(IReadOnlyList<Proposal> Proposals, Shortfall? Shortfall)
{
    /// <summary>All times that there are, in order: the proposals among them.</summary>
    public IReadOnlyList<Interval> Free { get; init; } = [];

    public Proposal? Best => Proposals.Count > 0 ? Proposals[0] : null;
}
