namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>
/// The cheapest series over given slots, exactly, session by session. The price between two sessions is one of their
/// days plus one of their kinds (local time and burdens), so the best way to a day is found once per kind before it,
/// not once per slot: a session costs days × (slots in reach + slots a day × kinds in reach).
/// </summary>
internal sealed class SeriesSearch
{
    private const long Unreached = long.MaxValue / 4;

    private readonly SessionPlan plan;
    private readonly SeriesPrices prices;
    private readonly int leastDays;
    private readonly Slot[] slots;
    private readonly SlotKinds kinds;
    private readonly int[] firstOfDay;
    private readonly int firstDay;

    /// <param name="slots">In order of time.</param>
    public SeriesSearch(SessionPlan plan, IReadOnlyList<Slot> slots, int leastDays)
    {
        this.plan = plan;
        this.leastDays = leastDays;
        this.slots = [.. slots];
        prices = new(plan);
        kinds = new(slots, prices);
        firstDay = plan.EarliestStart.DayNumber;
        firstOfDay = new int[plan.LatestEnd.DayNumber - firstDay + 2];
        foreach (var slot in slots)
        {
            firstOfDay[slot.Day - firstDay + 1]++;
        }

        for (var day = 1; day < firstOfDay.Length; day++)
        {
            firstOfDay[day] += firstOfDay[day - 1];
        }
    }

    /// <summary>The cheapest of the longest series, up to the plan's number of sessions.</summary>
    /// <param name="lastReached">The slots at which its last session could be; empty when there is no slot at all.</param>
    public IReadOnlyList<Slot> Find(out IReadOnlyList<Slot> lastReached)
    {
        var cost = slots.Select(slot => prices.First(slot).Total).ToArray();
        var ways = new List<int[]>();
        while (ways.Count + 1 < plan.Sessions && Next(cost) is var (next, from) && next.Any(value => value < Unreached))
        {
            cost = next;
            ways.Add(from);
        }

        lastReached = [.. slots.Where((_, i) => cost[i] < Unreached)];
        if (lastReached.Count == 0)
        {
            return [];
        }

        var at = Array.IndexOf(cost, cost.Min());
        var series = new List<Slot> { slots[at] };
        for (var way = ways.Count - 1; way >= 0; way--)
        {
            at = ways[way][at];
            series.Insert(0, slots[at]);
        }

        return series;
    }

    private (long[] Cost, int[] From) Next(long[] before)
    {
        var (cost, from) = (new long[slots.Length], new int[slots.Length]);
        Array.Fill(cost, Unreached);
        var (best, bestFrom, reached) = (new long[kinds.Count], new int[kinds.Count], new List<int>());
        for (var day = 0; day + 1 < firstOfDay.Length; day++)
        {
            if (firstOfDay[day] == firstOfDay[day + 1])
            {
                continue;
            }

            Gather(day, before, best, bestFrom, reached);
            for (var slot = firstOfDay[day]; slot < firstOfDay[day + 1]; slot++)
            {
                foreach (var kind in reached)
                {
                    var value = best[kind] + kinds.Change(kind, kinds.KindOf(slot));
                    if (value < cost[slot])
                    {
                        (cost[slot], from[slot]) = (value, bestFrom[kind]);
                    }
                }

                cost[slot] += cost[slot] < Unreached ? prices.BurdenOf(slots[slot]) : 0;
            }
        }

        return (cost, from);
    }

    /// <summary>For each kind the cheapest way to <paramref name="day"/> from a slot of that kind in reach before it.</summary>
    private void Gather(int day, long[] before, long[] best, int[] bestFrom, List<int> reached)
    {
        Array.Fill(best, Unreached);
        reached.Clear();
        for (var earlier = Math.Max(0, day - plan.MaximumDays); earlier <= day - leastDays; earlier++)
        {
            var between = prices.SpacingOf(day - earlier) + prices.WeekdayOf(day - earlier);
            for (var slot = firstOfDay[earlier]; slot < firstOfDay[earlier + 1]; slot++)
            {
                var kind = kinds.KindOf(slot);
                if (before[slot] >= Unreached || before[slot] + between >= best[kind])
                {
                    continue;
                }

                if (best[kind] == Unreached)
                {
                    reached.Add(kind);
                }

                (best[kind], bestFrom[kind]) = (before[slot] + between, slot);
            }
        }
    }
}
