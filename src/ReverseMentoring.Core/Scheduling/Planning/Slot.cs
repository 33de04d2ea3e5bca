using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>A time at which a session could be, and what there is to know of it to price it.</summary>
/// <param name="Start">In the offset of the clock that the series keeps.</param>
/// <param name="Excess">For each attendee, how much more they are burdened than the best-placed one.</param>
/// <param name="SquaredBurden">Sum over the attendees.</param>
internal sealed record Slot(DateTimeOffset Start, int[] Excess, int SquaredBurden)
{
    public int Day { get; } = DateOnly.FromDateTime(Start.DateTime).DayNumber;

    public int Minute { get; } = (Start.Hour * 60) + Start.Minute;
}

/// <summary>All slots of the raster in the common free time.</summary>
internal sealed class Slots(SessionPlan plan, IReadOnlyList<AttendeeClock> clocks)
{
    /// <param name="free">Sorted.</param>
    /// <returns>In order of time, those on days from <paramref name="first"/> to <paramref name="last"/> of the first clock.</returns>
    public List<Slot> In(IReadOnlyList<Interval> free, DateOnly first, DateOnly last)
    {
        var slots = new List<Slot>();
        var length = TimeSpan.FromMinutes(plan.Minutes);
        foreach (var interval in free)
        {
            for (var start = OnRaster(interval.Start); start + length <= interval.End; start = OnRaster(start.AddMinutes(1)))
            {
                var date = DateOnly.FromDateTime(start.DateTime);
                if (date >= first && date <= last && IsOrdinary(start))
                {
                    slots.Add(At(start));
                }
            }
        }

        return slots;
    }

    /// <param name="start">Any moment.</param>
    public Slot At(DateTimeOffset start)
    {
        var burdens = new int[clocks.Count];
        for (var i = 0; i < burdens.Length; i++)
        {
            burdens[i] = Burden.BurdenOf(TimeOnly.FromDateTime(clocks[i].LocalTime(start).DateTime), plan);
        }

        var (least, squared) = (burdens.Min(), burdens.Sum(burden => burden * burden));
        for (var i = 0; i < burdens.Length; i++)
        {
            burdens[i] -= least;
        }

        return new(clocks[0].LocalTime(start), burdens, squared);
    }

    private bool IsOrdinary(DateTimeOffset start)
    {
        foreach (var clock in clocks)
        {
            if (!clock.ZoneAt(start).IsOrdinary(start))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first time on the raster of the first clock that is not before a moment.</summary>
    private DateTimeOffset OnRaster(DateTimeOffset moment)
    {
        var local = clocks[0].LocalTime(moment);
        var raster = TimeSpan.FromMinutes(plan.RasterMinutes).Ticks;
        var missing = (raster - (local.TimeOfDay.Ticks % raster)) % raster;
        var rounded = clocks[0].LocalTime(local.AddTicks(missing));
        return missing == 0 || rounded.TimeOfDay.Ticks % raster == 0 ? rounded : OnRaster(rounded);
    }
}
