using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>Where and when somebody works from a date on, until the next such entry.</summary>
public sealed record Whereabouts(DateOnly From, Zone Zone, WorkingHours Hours);

/// <summary>Somebody who is to be at the sessions, and all that keeps them from it.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Whereabouts">At least one; the earliest also holds for the time before it.</param>
public sealed record Attendee(PersonId Id, IReadOnlyList<Whereabouts> Whereabouts)
{
    public Attendee(PersonId id, Zone zone, WorkingHours hours)
        : this(id, [new(DateOnly.MinValue, zone, hours)])
    {
    }

    /// <summary>Leave and journeys, in the person's own days.</summary>
    public IReadOnlyList<DateRange> Absences { get; init; } = [];

    /// <summary>Public holidays, in the person's own days.</summary>
    public IReadOnlyList<DateRange> Holidays { get; init; } = [];

    /// <summary>Other people's calls on the person's time, from the calendar. In any order, may overlap.</summary>
    public IReadOnlyList<Interval> Busy { get; init; } = [];

    /// <summary>Sessions that this product has booked for the person, in all pairs and cohorts. They count by the week.</summary>
    public IReadOnlyList<Interval> Booked { get; init; } = [];
}
