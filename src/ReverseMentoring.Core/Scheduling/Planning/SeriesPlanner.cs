namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>
/// Finds all sessions of a pair or circle at once: the series with the least <see cref="SeriesCost"/> of all that the
/// attendees' time and the plan allow, exactly; or the best of the longest that they allow, and why it is no longer.
/// </summary>
public static class SeriesPlanner
{
    /// <exception cref="ArgumentException">The plan has problems, or there are fewer than two attendees.</exception>
    public static Series Plan(SeriesRequest request)
    {
        var context = new PlanningContext(request, wholeSeries: true);
        var plan = request.Plan;
        var slots = context.Between(plan.EarliestStart, plan.LatestEnd);
        var leastDays = context.LeastDays(slots);
        var series = new SeriesSearch(plan, slots, leastDays).Find(out var lastReached);
        return new(
            [.. series.Select(context.TimeOf)],
            Price(series, new(plan)),
            series.Count < plan.Sessions ? WhyNoMore(context, plan, leastDays, series.Count, lastReached) : null);
    }

    private static List<SeriesCost> Price(IReadOnlyList<Slot> series, SeriesPrices prices) =>
        [.. series.Select((slot, i) => i == 0 ? prices.First(slot) : prices.Next(series[i - 1], slot))];

    private static Shortfall WhyNoMore(
        PlanningContext context, SessionPlan plan, int leastDays, int found, IReadOnlyList<Slot> lastReached)
    {
        if (found == 0)
        {
            return context.Explain(1, plan.EarliestStart, plan.LatestEnd, (_, _) => true);
        }

        var days = lastReached.Select(slot => slot.Day).Distinct().ToArray();
        var last = Math.Min(plan.LatestEnd.DayNumber, days.Max() + plan.MaximumDays);
        return context.Explain(
            found + 1,
            DateOnly.FromDayNumber(days.Min() + leastDays),
            DateOnly.FromDayNumber(last),
            (slot, _) => days.Any(day => slot.Day - day >= leastDays && slot.Day - day <= plan.MaximumDays));
    }
}
