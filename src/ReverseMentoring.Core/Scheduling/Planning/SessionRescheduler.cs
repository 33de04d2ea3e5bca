using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>Finds another time for one session, near the one that fell and as convenient.</summary>
public static class SessionRescheduler
{
    public const int Proposals = 3;

    /// <exception cref="ArgumentException">The plan has problems, or there are fewer than two attendees.</exception>
    public static Rescheduling Reschedule(RescheduleRequest request)
    {
        var context = new PlanningContext(request.Series, wholeSeries: false);
        var (prices, weights) = (new SeriesPrices(request.Series.Plan), request.Series.Plan.Weights);
        var replaced = context.At(request.Replaces);
        var previous = request.Previous is { } start ? context.At(start) : null;
        var (first, last) = (context.KeptClock.DateAt(request.Earliest), context.KeptClock.DateAt(request.Latest));
        var priced = context.Between(first, last)
            .Where(slot => Allowed(slot, Constraint.WeeklyLimit))
            .Select(slot => (slot.Day, Proposal: new Proposal(context.TimeOf(slot), Price(slot))))
            .OrderBy(found => found.Proposal.Cost.Total).ThenBy(found => found.Proposal.Time.Start)
            .ToList();
        if (priced.Count == 0)
        {
            return new([], Days(first, last).Any(FarEnough)
                ? context.Explain(request.Session, first, last, Allowed)
                : new(request.Session, Constraint.Window, first, last));
        }

        var bestOfDays = priced.DistinctBy(found => found.Day).Take(Proposals).ToList();
        return new([.. bestOfDays.Concat(priced.Except(bestOfDays)).Take(Proposals).Select(found => found.Proposal)], null)
        {
            Free = [.. priced.Select(found => found.Proposal.Time).OrderBy(time => time.Start)],
        };

        bool Allowed(Slot slot, Constraint until)
        {
            var time = context.TimeOf(slot);
            return request.Earliest <= time.Start && time.End <= request.Latest
                && FarEnough(slot.Day)
                && (until < Constraint.Booked || !request.Avoid.Any(time.Overlaps));
        }

        bool FarEnough(int day) => new[] { request.Previous, request.Next }.All(neighbour => neighbour is not { } beside
            || Math.Abs(context.KeptClock.DateAt(beside).DayNumber - day) >= request.Series.Plan.MinimumDaysAfterRebooking);

        SeriesCost Price(Slot slot)
        {
            var days = (long)(slot.Day - replaced.Day);
            return new()
            {
                Spacing = weights.Spacing * days * days,
                Weekday = prices.WeekdayOf(slot.Day - replaced.Day),
                Burden = prices.BurdenOf(slot),
                LocalTime = prices.LocalTimeOf(replaced, slot),
                Fairness = previous is null ? 0 : prices.FairnessOf(previous, slot),
            };
        }
    }

    private static IEnumerable<int> Days(DateOnly first, DateOnly last) =>
        Enumerable.Range(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1));
}
