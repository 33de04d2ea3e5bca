using System.Diagnostics;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>The attendees of one request with their clocks, and the slots that they have in common.</summary>
internal sealed class PlanningContext
{
    private readonly SessionPlan plan;
    private readonly Availability availability;
    private readonly Slots slots;
    private readonly AttendeeClock[] clocks;

    /// <exception cref="ArgumentException">The plan has problems, or there are fewer than two different attendees.</exception>
    public PlanningContext(SeriesRequest request, bool wholeSeries)
    {
        plan = request.Plan;
        foreach (var (field, problem) in plan.Problems().Where(found =>
            wholeSeries || found.Field is not (nameof(SessionPlan.EarliestStart) or nameof(SessionPlan.LatestEnd))))
        {
            throw new ArgumentException($"{field}: {problem}.", nameof(request));
        }

        if (request.Attendees.Select(attendee => attendee.Id).Distinct().Count() is var different
            && (different < 2 || different < request.Attendees.Count))
        {
            throw new ArgumentException("A session needs two or more attendees, each once.", nameof(request));
        }

        clocks = [.. request.Attendees.Select(attendee => new AttendeeClock(attendee))];
        availability = new(plan, [.. request.Attendees.Zip(clocks)]);
        slots = new(plan, clocks);
    }

    public AttendeeClock KeptClock => clocks[0];

    public Slot At(DateTimeOffset start) => slots.At(start);

    public List<Slot> Between(DateOnly first, DateOnly last, Constraint until = Constraint.WeeklyLimit) =>
        slots.In(availability.Common(first, last, until), first, last);

    public Interval TimeOf(Slot slot) => new(slot.Start, slot.Start.AddMinutes(plan.Minutes));

    /// <summary>
    /// Dates a week apart on the kept clock lie in different weeks there, and on other clocks too, unless somebody's date
    /// is sometimes another one than the kept clock's: then so many days more are kept, lest one week see the pair twice.
    /// </summary>
    public int LeastDays(IReadOnlyList<Slot> found) =>
        plan.MinimumDays >= 9 || found.Count == 0
            ? plan.MinimumDays
            : Math.Max(plan.MinimumDays, 7 + clocks.Max(clock => Spread(found, clock)));

    private static int Spread(IReadOnlyList<Slot> found, AttendeeClock clock)
    {
        var ahead = found.Select(slot => clock.DateAt(slot.Start).DayNumber - slot.Day).ToList();
        return ahead.Max() - ahead.Min();
    }

    /// <summary>The first constraint that leaves no allowed slot on days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public Shortfall Explain(int session, DateOnly first, DateOnly last, Func<Slot, Constraint, bool> allowed)
    {
        if (first > last)
        {
            return new(session, Constraint.Window, first, last);
        }

        for (var constraint = Constraint.WorkingHours; constraint <= Constraint.WeeklyLimit; constraint++)
        {
            if (!Between(first, last, constraint).Any(slot => allowed(slot, constraint)))
            {
                return new(session, constraint, first, last);
            }
        }

        throw new UnreachableException("There is a time for the session after all.");
    }
}
