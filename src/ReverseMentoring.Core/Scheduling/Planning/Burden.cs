namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>
/// How inconvenient a time of day is to somebody: by how many raster steps, rounded up, a session would have to be
/// moved to lie in one of the preferred parts of the day.
/// </summary>
public static class Burden
{
    /// <param name="start">Start of the session on the person's own clock.</param>
    public static int BurdenOf(TimeOnly start, SessionPlan plan)
    {
        var startMinute = (start.Hour * 60) + start.Minute;
        var endMinute = startMinute + plan.Minutes;
        var least = int.MaxValue;
        foreach (var part in plan.Preferred)
        {
            least = Math.Min(least, Math.Max(0, Math.Max(part.StartMinute() - startMinute, endMinute - part.EndMinute())));
        }

        return least == int.MaxValue ? 0 : (least + plan.RasterMinutes - 1) / plan.RasterMinutes;
    }
}
